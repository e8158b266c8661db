"""Work that is counted, so that no test asks a clock: the same on every machine, every time.

It is counted by the place where it is done:

- each line of Python that runs, in a loop as often as the loop goes round;
- for a call of a string's method that looks at all of it, the characters of the string;
- for a call of a regular expression, the characters that it passes. How often it looks at them
  cannot be seen: where tests/backtracking.py finds a text that the pattern goes over again and
  again, it is taken to do so, and their square counts.

Slices, joins, `in` and what other libraries do in C count nothing: tests/benchmarks/hostile.py
times whole texts.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from pkgutil import walk_packages
from types import BuiltinFunctionType, FrameType, ModuleType
from typing import Any, cast

import pressdesk
from tests import backtracking
from tests.backtracking import count_steps, find_slow_text

# For twice the text. What grows with its square does four times the work; a bisection, a little
# more than twice.
_MOST_GROWTH = 2.5
# Less work than this says nothing about how it grows.
_FEW = 300
# These may begin anywhere, and stop where they find something.
_WITHIN = frozenset({"find", "rfind", "index", "rindex", "startswith", "endswith"})
_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn")
_UNCOUNTED = (__file__, backtracking.__file__)
Call = Callable[..., Any]


class Counting:
    """The modules of pressdesk once more, with regular expressions that count."""

    def __init__(self) -> None:
        self._work: Counter[str] = Counter()
        names = [module.name for module in walk_packages(pressdesk.__path__, "pressdesk.")]
        names.remove("pressdesk.__main__")
        for name in names:
            import_module(name)  # and with it other libraries, whose patterns stay as they are
        calls = {method: partial(self._call, method) for method in _METHODS}
        counting_re = ModuleType("re")
        vars(counting_re).update(vars(re), compile=self.compile, **calls)
        self._modules: dict[str, ModuleType] = {}
        with self._loaded():
            sys.modules["re"] = counting_re
            try:
                for name in names:
                    import_module(name)
            finally:
                sys.modules["re"] = re

    def module(self, name: str) -> Any:  # noqa: ANN401  # mypy knows the module's own types no more
        """Return the module of pressdesk that counts."""
        return self._modules[f"pressdesk.{name}"]

    def compile(self, pattern: str, flags: int = 0) -> re.Pattern[str]:
        """Return a regular expression that counts."""
        made = _CountingPattern(re.compile(pattern, flags), self._work)
        return cast("re.Pattern[str]", made)

    def work_of(self, function: Callable[[], object]) -> Counter[str]:
        """Return how much work is done at which place when a function is called."""
        self._work.clear()
        tracer, profiler = sys.gettrace(), sys.getprofile()
        with self._loaded():
            sys.setprofile(self._profile)
            sys.settrace(self._trace)
            try:
                function()
            finally:
                sys.settrace(tracer)
                sys.setprofile(profiler)
        return self._work.copy()

    def growth(
        self, function: Callable[[str], object], unit: str, size: int,
        *, before: str = "", after: str = "",
    ) -> dict[str, str]:  # fmt: skip
        """Return the places that do more than twice the work for twice the text: {} if none does.

        unit: what the text repeats. size: about how many characters it has the first time.
        """
        times = max(size // len(unit), 1)
        with self._loaded():
            function(before + unit + after)  # imports and remembers what it will not again
        once, twice = (
            self.work_of(partial(function, before + unit * count + after))
            for count in (times, 2 * times)
        )
        assert twice.total() > _FEW, "nothing has counted"
        return {
            place: f"{once[place]} -> {work}"
            for place, work in twice.items()
            if work > max(_MOST_GROWTH * once[place], _FEW)
        }

    def _call(self, method: str, pattern: str, *arguments: object, flags: int = 0) -> object:
        """Do what a function of the module `re` does: `re.sub(pattern, …)`."""
        return getattr(self.compile(pattern, flags), method)(*arguments)

    @contextmanager
    def _loaded(self) -> Iterator[None]:
        """Put the modules that count where the others are."""
        others = _take_modules()
        sys.modules.update(self._modules)
        try:
            yield
        finally:
            self._modules = _take_modules()
            sys.modules.update(others)

    def _trace(self, frame: FrameType, event: str, _: object) -> Callable[..., Any] | None:
        file = frame.f_code.co_filename
        if file in _UNCOUNTED:
            return None
        if event == "line":
            self._work[f"{file}:{frame.f_lineno}"] += 1
        return self._trace

    def _profile(self, frame: FrameType, event: str, called: object) -> None:
        if event == "c_call" and isinstance(called, BuiltinFunctionType):
            text = called.__self__
            if isinstance(text, str | bytes) and called.__name__ not in _WITHIN:
                place = f"{frame.f_code.co_filename}:{frame.f_lineno}.{called.__name__}"
                self._work[place] += len(text)


class _CountingPattern:
    """A regular expression that counts what it passes."""

    def __init__(self, pattern: re.Pattern[str], work: Counter[str]) -> None:
        self._pattern = pattern
        self._work = work

    def __getattr__(self, name: str) -> object:
        """Return what the pattern has; a method so that it counts."""
        found = getattr(self._pattern, name)
        if name in ("sub", "subn"):
            return partial(self._replace, name, found)
        if name in ("findall", "split"):
            return partial(self._read, name, found)
        if name == "finditer":
            return partial(self._each, found)
        return partial(self._find, name, found) if name in _METHODS else found

    def _replace(self, method: str, call: Call, new: object, text: str, count: int = 0) -> object:
        self._count(method, len(text))
        return call(new, text, count)

    def _read(self, method: str, call: Call, text: str, *limits: int, **named: int) -> object:
        self._count(method, len(text))
        return call(text, *limits, **named)

    def _find(
        self, method: str, call: Call, text: str, start: int = 0, end: int = sys.maxsize
    ) -> re.Match[str] | None:
        found: re.Match[str] | None = call(text, start, end)
        if found or method == "search":
            self._count(method, (found.end() if found else min(end, len(text))) - start)
        else:
            self._count_steps(method, text[:end], start)
        return found

    def _each(
        self, call: Call, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Yield matches; nobody looks behind the last that is asked for."""
        for match in call(text, start, end):
            self._count("finditer", match.end() - start)
            start = match.end()
            yield match
        self._count("finditer", min(end, len(text)) - start)

    def _count(self, method: str, passed: int) -> None:
        is_slow = passed > 1 and find_slow_text(self._pattern, method)
        self._add(method, passed * passed if is_slow else passed)

    def _count_steps(self, method: str, text: str | bytes, start: int) -> None:
        """Count how far a match went that failed."""
        plain = text if isinstance(text, str) else text.decode("latin-1")
        self._add(method, count_steps(self._pattern, method, plain, start))

    def _add(self, method: str, work: int) -> None:
        self._work[f"{self._pattern.pattern!r}.{method}"] += 1 + work


def _take_modules() -> dict[str, ModuleType]:
    names = [name for name in sys.modules if name.partition(".")[0] == "pressdesk"]
    return {name: sys.modules.pop(name) for name in names}
