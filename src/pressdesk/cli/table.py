"""The table of commands, and the help above it: nothing of a command is imported here."""

from pressdesk.cli.commands import Entry

OFFICE_COMMANDS = {
    "add": Entry("pressdesk.cli.offices:add", "Add an office."),
    "edit": Entry("pressdesk.cli.offices:edit", "Change an office."),
    "list": Entry("pressdesk.cli.offices:list_offices", "List the offices."),
    "remove": Entry("pressdesk.cli.offices:remove", "Remove an office without contacts."),
}
CONTACT_COMMANDS = {
    "add": Entry("pressdesk.cli.contacts:add", "Add a contact to an office."),
    "edit": Entry("pressdesk.cli.contacts:edit", "Change a contact."),
    "list": Entry("pressdesk.cli.find:list_contacts", "List the contacts."),
    "post": Entry("pressdesk.cli.postings:post", "Post a contact to one more office."),
    "unpost": Entry("pressdesk.cli.postings:unpost", "End a contact's posting to an office."),
    "remove": Entry("pressdesk.cli.contacts:remove", "Remove a contact."),
}
STYLE_COMMANDS = {
    "list": Entry("pressdesk.cli.styles:list_styles", "List the styles."),
    "show": Entry("pressdesk.cli.styles:show", "Print a style, to start one of your own."),
    "check": Entry("pressdesk.cli.styles:check", "Check styles of your own."),
}
COMMANDS = {
    "block": Entry("pressdesk.cli.blocks:block", "Print the contact block of an office."),
    "append": Entry("pressdesk.cli.releases:append", "Put the contact block into releases."),
    "remove-block": Entry("pressdesk.cli.releases:remove_block", "Take the block out again."),
    "check": Entry("pressdesk.cli.checks:check", "Find blocks in releases that are stale."),
    "where": Entry("pressdesk.cli.where:where", "Find the releases that carry somebody."),
    "harvest": Entry("pressdesk.cli.harvest:harvest", "Read contacts out of releases."),
    "find": Entry("pressdesk.cli.find:find", "Look contacts up by name, place, topic or number."),
    "show": Entry("pressdesk.cli.lookup:show", "Show all of one contact or office."),
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
    "style": Entry(
        STYLE_COMMANDS,
        "List, show and check the styles of blocks.",
        ("pressdesk style list", "pressdesk style show card", "pressdesk style check house"),
    ),
    "import": Entry("pressdesk.cli.exchange:import_files", "Take contacts in: CSV, Excel, vCard …"),
    "export": Entry("pressdesk.cli.export:export", "Hand contacts out: CSV, Excel, vCard …"),
    "log": Entry("pressdesk.cli.history:log", "List what was done to the directory."),
    "undo": Entry("pressdesk.cli.history:undo", "Take back what a command did to it."),
    "upgrade": Entry("pressdesk.cli.upgrade:upgrade", "Bring an older directory up to date."),
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
(seconds to wait for another pressdesk), NO_COLOR.

Exit status: 0 done, 1 nothing found or rows refused, 2 wrong options, 3 ambiguous name,
4 invalid data and nothing changed, 5 cannot read or write, 70 a bug, 130 interrupted.
"""
