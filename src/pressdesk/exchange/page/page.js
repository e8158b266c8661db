
(function () {
  "use strict";
  // As `fold` of pressdesk does: letters that no decomposition makes plain.
  var plain = { "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ŋ": "n", "ħ": "h" };
  function fold(text) {
    return text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replace(/[łøđðþæœßıŋħ]/g, function (letter) {
      return plain[letter];
    });
  }
  function today(zone) {
    var shape = { year: "numeric", month: "2-digit", day: "2-digit" };
    try {
      return new Intl.DateTimeFormat("en-CA", Object.assign({ timeZone: zone || undefined }, shape)).format(new Date());
    } catch (error) { // a time zone that this browser does not know
      return new Intl.DateTimeFormat("en-CA", shape).format(new Date());
    }
  }
  var main = document.querySelector("main");
  var form = document.querySelector("form");
  var field = form.querySelector("input[type=search]");
  var onDutyOnly = form.querySelector("input[type=checkbox]");
  var count = form.querySelector("output");
  var offices = Array.from(main.querySelectorAll("section"), function (section) {
    var day = today(section.dataset.zone);
    var head = fold(section.querySelector("h2").textContent + " " + section.querySelector("p").textContent);
    var people = [];
    section.querySelectorAll("li").forEach(function (item) {
      var spans = item.dataset.duty ? item.dataset.duty.split(" ").map(function (span) { return span.split("/"); }) : [];
      if (spans.length && !spans.some(function (days) { return !days[1] || day <= days[1]; })) {
        item.remove(); // on duty no more since the page was made
        return;
      }
      var isOn = item.className === "on" && !spans.length || spans.some(function (days) { return days[0] <= day && (!days[1] || day <= days[1]); });
      item.classList.toggle("on", isOn);
      if (isOn) { item.querySelector("b").title = main.dataset.duty; }
      var text = item.textContent + " " + (item.dataset.latin || "");
      people.push({ item: item, isOn: isOn, text: " " + head + " " + fold(text), digits: text.replace(/[^\p{Nd}@]+/gu, "") });
    });
    return { section: section, people: people };
  });
  function search() {
    var words = fold(field.value).split(/\s+/).filter(Boolean);
    var digits = /^[\d\s()+./-]+$/.test(field.value) ? field.value.replace(/\D+/g, "") : "";
    var shown = 0;
    offices.forEach(function (office) {
      var here = 0;
      office.people.forEach(function (person) {
        var isFound = (!onDutyOnly.checked || person.isOn) && (digits.length > 3
          ? person.digits.includes(digits)
          : words.every(function (word) { return person.text.includes(word); }));
        if (person.item.hidden === isFound) { person.item.hidden = !isFound; }
        here += isFound ? 1 : 0;
      });
      if (office.section.hidden === here > 0) { office.section.hidden = here === 0; }
      shown += here;
    });
    count.textContent = shown ? String(shown) : main.dataset.nobody;
  }
  function fromAddress() {
    var asked = /^#q=(.*)$/.exec(location.hash);
    if (asked) {
      try { field.value = decodeURIComponent(asked[1]); } catch (error) { field.value = asked[1]; }
    }
    search();
  }
  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  field.addEventListener("input", search);
  onDutyOnly.addEventListener("change", search);
  window.addEventListener("hashchange", fromAddress);
  document.addEventListener("keydown", function (event) {
    if (event.key === "/" && document.activeElement !== field) {
      event.preventDefault();
      field.focus();
    } else if (event.key === "Escape") {
      field.value = "";
      search();
    }
  });
  fromAddress();
})();
