"""The table of commands, and the help above it: nothing of a command is imported here."""

from pressdesk.cli.lazy_commands import Entry

OFFICE_COMMANDS = {
    "add": Entry("pressdesk.cli.commands.office:add", "Add an office."),
    "edit": Entry("pressdesk.cli.commands.office:edit", "Change an office."),
    "list": Entry("pressdesk.cli.commands.office:list_offices", "List the offices."),
    "remove": Entry("pressdesk.cli.commands.office:remove", "Remove an office without contacts."),
}
CONTACT_COMMANDS = {
    "add": Entry("pressdesk.cli.commands.contact.command:add", "Add a contact to an office."),
    "edit": Entry("pressdesk.cli.commands.contact.command:edit", "Change a contact."),
    "list": Entry("pressdesk.cli.commands.find:list_contacts", "List the contacts."),
    "post": Entry(
        "pressdesk.cli.commands.contact.postings:post", "Post a contact to one more office."
    ),
    "unpost": Entry(
        "pressdesk.cli.commands.contact.postings:unpost", "End a contact's posting to an office."
    ),
    "remove": Entry("pressdesk.cli.commands.contact.command:remove", "Remove a contact."),
    "hand-over": Entry(
        "pressdesk.cli.commands.contact.hand_over:hand_over",
        "Let somebody leave and somebody else follow.",
    ),
    "merge": Entry(
        "pressdesk.cli.commands.contact.merge:merge", "Make one contact of two records."
    ),
    "verify": Entry(
        "pressdesk.cli.commands.contact.verify:verify", "Record that addresses and numbers hold."
    ),
    "erase": Entry(
        "pressdesk.cli.commands.contact.erase:erase", "Erase a person, from the history too."
    ),
}
ROTA_COMMANDS = {
    "add": Entry("pressdesk.cli.commands.rota:add", "Put somebody on the rota of an office."),
    "list": Entry("pressdesk.cli.commands.rota:list_rota", "Show day by day who answers."),
    "remove": Entry("pressdesk.cli.commands.rota:remove", "Take somebody off the rota."),
}
STYLE_COMMANDS = {
    "list": Entry("pressdesk.cli.commands.style:list_styles", "List the styles."),
    "show": Entry("pressdesk.cli.commands.style:show", "Print a style, to start one of your own."),
    "check": Entry("pressdesk.cli.commands.style:check", "Check styles of your own."),
}
COMMANDS = {
    "block": Entry(
        "pressdesk.cli.commands.block.command:block", "Print the contact block of an office."
    ),
    "page": Entry(
        "pressdesk.cli.commands.page:page",
        "Write all contacts as one HTML page.",
    ),
    "append": Entry("pressdesk.cli.commands.append:append", "Put the contact block into releases."),
    "remove-block": Entry(
        "pressdesk.cli.commands.append:remove_block", "Take the block out again."
    ),
    "check": Entry(
        "pressdesk.cli.commands.check.command:check",
        "Find and correct stale values in releases.",
    ),
    "replace": Entry(
        "pressdesk.cli.commands.replace:replace", "Replace an address or a number in releases."
    ),
    "where": Entry("pressdesk.cli.commands.where:where", "Find the releases that carry somebody."),
    "harvest": Entry(
        "pressdesk.cli.commands.harvest.command:harvest", "Read contacts out of releases."
    ),
    "find": Entry(
        "pressdesk.cli.commands.find:find", "Look contacts up by name, place, topic or number."
    ),
    "show": Entry("pressdesk.cli.commands.show:show", "Show all of one contact or office."),
    "office": Entry(
        OFFICE_COMMANDS,
        "Add, change, list and remove offices.",
        (
            'pressdesk office add "IOM Geneva" --country CH --city Geneva',
            'pressdesk office edit geneva --switchboard "+41 22 717 91 11"',
            "pressdesk office list --country CH",
        ),
    ),
    "contact": Entry(
        CONTACT_COMMANDS,
        "Add, change, list, post and remove contacts.",
        (
            'pressdesk contact add "Jo Smith" --office geneva --email jo.smith@example.org',
            'pressdesk contact edit "jo smith" --left 2027-01-01 --successor maria',
            "pressdesk contact list --office geneva",
        ),
    ),
    "rota": Entry(
        ROTA_COMMANDS,
        "Say who answers for an office on which days.",
        (
            "pressdesk rota add geneva zoe --from 2026-12-24 --until 2026-12-27",
            "pressdesk rota list geneva --from 2026-12-20 --until 2027-01-06",
        ),
    ),
    "style": Entry(
        STYLE_COMMANDS,
        "List, show and check the styles of blocks.",
        ("pressdesk style list", "pressdesk style show card", "pressdesk style check house"),
    ),
    "import": Entry(
        "pressdesk.cli.commands.import_:import_files", "Take contacts in: CSV, Excel, vCard …"
    ),
    "export": Entry(
        "pressdesk.cli.commands.export.command:export", "Hand contacts out: CSV, Excel, vCard …"
    ),
    "log": Entry("pressdesk.cli.commands.log:log", "List what was done to the directory."),
    "undo": Entry("pressdesk.cli.commands.log:undo", "Take back what a command did to it."),
    "upgrade": Entry(
        "pressdesk.cli.commands.upgrade:upgrade", "Bring an older directory up to date."
    ),
    "doctor": Entry(
        "pressdesk.cli.commands.doctor:doctor", "Find what of the directory should be looked at."
    ),
    "stats": Entry("pressdesk.cli.commands.stats:stats", "Count contacts, and how fresh they are."),
    "backup": Entry("pressdesk.cli.commands.backup:backup", "Copy the directory to a safe place."),
    "restore": Entry(
        "pressdesk.cli.commands.backup:restore", "Put a backup in the directory's place."
    ),
    "completion": Entry("pressdesk.cli.completion:completion", "Let a shell complete names."),
}

HELP = """A directory of press contacts, and the block that closes every release.

Start with an office and a contact:

\b
  pressdesk office add "IOM Washington DC" --country US --city Washington
  pressdesk contact add "Maria G. Moreno" --office Washington --email mgmoreno@iom.int
  pressdesk block Washington
  pressdesk append release.txt --office Washington
  pressdesk check releases/

Every command explains itself with examples: pressdesk help block.

The options below are taken on either side of a command.

The directory is one file: --db, else the variable PRESSDESK_DB, else your user data folder.

Environment: PRESSDESK_DB, PRESSDESK_LANG (language of blocks), PRESSDESK_STYLE, PRESSDESK_TIMEOUT
(seconds to wait for another pressdesk), PRESSDESK_USER (who is recorded for changes), NO_COLOR.

Exit status: 0 done, 1 nothing found or rows refused, 2 wrong options, 3 ambiguous name,
4 invalid data and nothing changed, 5 cannot read or write, 70 a bug, 130 interrupted.
"""
