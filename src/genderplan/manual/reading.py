"""Pages of codes that no check gives: what is found while files are read, in the form of a check's docstring."""

FILES = """\
GP001: a file that cannot be read.

The file or the folder is there, and the system does not let it be read: its rights forbid it, or a pipe or a device
stands where a file should. Nothing that it holds is in any report, so a date in it can pass without anybody seeing it.

Example: `pay/actions/publish-gap.yaml` belongs to a colleague, whose editor has saved it for their eyes only.

Mend: give yourself the right to read it, or put an ordinary file in its place.

GP002: not UTF-8.

Plan files are written in UTF-8. Saved otherwise, the same bytes are other letters on another computer, and a name with
an accent comes out misspelt in a report. An older editor or a spreadsheet is the usual cause.

Mend: save the file as UTF-8; editors offer it where they save. A byte order mark at its beginning does no harm.

GP003: a control character.

A character that nobody sees stands in the text, as it is or written by an escape such as `"\\u0007"`. Most come along
when text is pasted from a word processor; some can hide words from a reader or change what a terminal shows.

Mend: remove it. Where it stood for a line break, write a space.

GP004: too large.

A file of a plan has at most 1 MiB, a baseline, which holds a whole plan, 64 MiB. Nobody writes an action of that size:
a report or a table has been pasted into a note, or another file was saved under this name.

Example: A payroll table with a row for each of 9,000 people was pasted into `note`.

Mend: keep the long text as a document of its own, and name it under `sources`; or split the entry into several.

GP005: not YAML.

The text cannot be understood, so nothing of the file is read and none of its dates is in a report. The commonest cause
is a colon and a space within a title; others are quotes or brackets that are not closed, tabs before a key, and the
lines (`<<<<<<<`) with which git marks a merge that somebody has to finish.

Mend: put text with a colon in quotes, close what is open, and indent with spaces.

GP006: an empty file.

It holds nothing, or comments alone. Somebody meant to write an entry here; without this finding it would be missing
from every report, and nobody would ask for it.

Mend: write a title at least, or remove the file.

GP007: a second document.

A line of three hyphens begins a second document. The id of an action or a project is its file's name, so the second
would have none, and no reference could name it.

Mend: give each a file of its own.

GP008: a key given twice.

Most programs keep the last and drop the others without a word. Then one reader goes by the lead or the date at the top,
and the report by the one below it.

Mend: keep one. Where both are meant and the key takes several, write them as a list.

GP009: an anchor or an alias.

`&name` marks a value, and `*name` repeats it elsewhere. Whoever changes the one changes the other without seeing it,
and a few lines of aliases can grow until they fill a computer's memory.

Mend: write the value out in each place. Put text that begins with `&` or `*` in quotes.

GP010: a merge key.

`<<` takes over keys that are written elsewhere, so that what holds for an action cannot be read where it stands.

Mend: write the keys and their values out where they hold.

GP011: a tag.

`!name` tells other programs to take a value for another type. Here the key decides: a lead is text and a due date is a
date, however they are written.

Mend: remove the tag. Put text that begins with `!` in quotes.

GP012: nested too deeply.

Lists and mappings stand in each other more than 32 deep, or folders do. No plan needs that; brackets left over from a
copy do it, or a file that is made to bring a program down.

Mend: remove what is left over, or write it flatter.

GP013: a null item in a list.

The list has an item with nothing in it: a dash alone, `~` or `null`. Perhaps a name is still to come, perhaps one was
deleted; a report cannot tell, and would show one organisation too few or a blank.

Mend: give the item its value, or remove it.

GP014: a key that is not text.

A list, a mapping or nothing stands where a key should. Most often a placeholder of a template, as in
`lead: {{ lead }}`, was never filled in: to YAML each pair of braces is a mapping.

Mend: fill in the value. Put text that begins with a brace or a bracket in quotes.

GP015: a file of no known kind.

A tree holds `organisations.yaml` and a folder for each plan; a plan holds `plan.yaml` and the folders `actions`,
`projects` and `baselines`. A YAML file anywhere else is in no report. Most often a folder's name is misspelt, and then
every entry in it is missing.

Mend: move the file where it belongs, or spell the folder's name as above. Files that are no YAML are left alone, and so
is all whose name begins with a dot.

GP016: a file not named .yaml.

It ends in `.yml`, or in capitals. The ending `.yaml` is the only one that is read, so that an id has one possible file;
with another the entry would be missing from every report.

Mend: rename the file so that it ends in `.yaml`.

GP017: a symbolic link.

Links are not followed. One can lead to a file that others who have the plan do not have, or to one that changes without
a commit, so that two readers of one plan would see different dates.

Example: `pay/actions/publish-gap.yaml` is a link to a file on somebody's own drive.

Mend: put the file itself in the link's place.

GP018: a plan's files without a plan.yaml.

The folder has actions, projects or baselines but no `plan.yaml`, so it is no plan, and what it holds is in no report.

Example: `careers/` holds `actions/return-to-work.yaml` and nothing else.

Mend: give the folder a `plan.yaml` with `genderplan: 1` and a title, or move its files to the plan that they belong to.

GP019: a text cut by a comment.

To YAML, a blank and `#` begin a comment that goes on to the end of the line. Behind a title, a note or another text
without quotes it is often part of what was meant, and then the report lacks it and nobody is told. A comment behind a
date, an id or a text in quotes is let pass.

Mend: put the whole text in quotes. Where it is a comment, give it a line of its own.

GP020: a file left over beside a plan's.

Its name goes on after `.yaml`, so nobody reads it. Editors and merges leave such files (`x.yaml~`, `x.yaml.orig`), and
some programs put `.txt` behind the name that they were given. What was changed in one of them counts for nothing.

Mend: where it is the file that was meant, name it so that it ends in `.yaml`; else remove it. A licence, a signature or
a sum beside a file (`x.yaml.license`) is let pass, and so is all whose name begins with a dot.

GP021: what git could take for a repository.

The folder has a `HEAD` beside `objects` (or `commondir`). Git takes such a folder for a repository without files, and
obeys the settings that lie in it, which can name programs to be run. In a folder of plans, which comes along with a
pull request, that is how a stranger has a program run on the computers of all who look at it.

Mend: remove the files, and ask who put them there. A repository is kept elsewhere than among plans.

GP022: a plan under a name that is kept.

The folders `frameworks` and `boards` are for what all plans share, and `plans` is the name by which the tree is found.
A plan of such a name would be taken for something else, so it is in no report.

Mend: give the folder of the plan another name.
"""

SCHEMA = """\
GP101: a document that is no mapping.

A plan's file is a mapping: keys, each followed by a colon and its value. This one is a list or a piece of text, so
nothing says what is the title, who leads and what is due.

Mend: write each value after its key, beginning with `title:`.

GP102: an unknown key.

The format has no such key in this place, with a value or without. Most are misspelt: a due date under `deadline` would
never be overdue. In braces a comma ends a value, so the rest of a text without quotes becomes a key.

Mend: spell the key as the format has it. What you need beyond the format goes under a key of your own that begins with
`x-`: it is kept and shown.

GP103: a missing key.

A plan needs `genderplan` and `title`, an entry `title`, a milestone, an aim, an objective and a source `id` and
`title`, an acceptance `code` and `where`. Without them no report could name it, and nothing could refer to it.

Mend: add the key to the mapping that begins at the place of the finding.

GP104: text, list or mapping where another is meant.

The key takes a value of another shape. Most often a dash is missing, and one milestone stands where a list of them is
meant; or an organisation, or a baseline's entry, is named and has no value.

Mend: write the shape that the finding asks for. Begin each item of a list with a dash; put text that begins with a
bracket or a brace in quotes; write `HR: {}` for an organisation of which nothing more is said.

GP105: not a date.

A date is written as exactly as it is known: `2025-06-30`, `2025-06`, `2025-Q2`, `2025-summer`, `FY2025-26` or `2025`,
in years from 1900 to 2199. Nothing else is guessed at: 03/04/2025 is in March to one reader and in April to another,
and a date that was agreed must be the same for all.

Mend: write the date in one of these forms. `status_date` takes a day alone.

GP106: not a length of time.

`tolerance`, `due_soon`, `lag` and `duration` take a whole number and one unit: `3 months`, `2 weeks`, `30 days`,
`1 year`, or `P3M` as ISO 8601 has it. The tolerance decides what a board sees in red, so it is not guessed.

Mend: write a number and a unit.

GP107: not an id.

Ids stand in references and in file names. The id of an entry is its file's name, of a plan its folder's: lower-case
letters and digits, joined by single hyphens; an organisation's may have capitals. So they are the same on every
computer, and nobody needs quotes. No file or folder is called `con`, `prn`, `aux`, `nul`, `com1` or `lpt1` (up to 9):
Windows keeps these names for devices.

Mend: change the id, or rename the file or the folder. What people read is the title, which may say anything.

GP108: none of the values that the key takes.

Some keys take few values: `state` is draft, approved or closed; an organisation's `kind` unit, post, person, partner or
board; `acting` true or false; `order` and `max_revisions` a whole number; `genderplan` the format's version, 1. A
baseline's `name` is that of its file. Another value would count for nothing without anybody being told.

Mend: write one of those that the finding names.

GP109: an id given twice.

Two milestones of an entry, two entries of a plan or two organisations have the same id; capitals make no difference
between organisations. A reference could mean either, and progress of the one be told of the other. Of two files the
second, in the order of their paths, is left out. An item of a register that names a section under `relevance` twice
would have two priorities there.

Mend: give one of the two another id, or name the section once.

GP111: blank text.

The key is there, and its text has no words. In a report it would be an empty cell where a board expects a title, a name
or a reason.

Mend: write the words, or remove the key.

GP115: a cycle that cannot be.

`every` leads from `due` to dates of the same form: from a quarter by whole quarters, from a year by whole years. There
are at most 1,000, and `until` is no earlier than the first. What comes again says of each time when it was `completed`,
what comes once gives one day; `until` and `skipped` go with `every`. An entry with milestones has no `every` itself.

Mend: write the length, the end or the mapping that the finding names.
"""
