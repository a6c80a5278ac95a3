"""A small framework that uses everything the format has, for the loader's tests."""

from __future__ import annotations

from pathlib import Path

FRAMEWORK = """\
id = 'small'
title = 'Small'
language = 'en-GB'
notice = 'Ours.'
parts = ['00-one', '01-two']
starter = ['one.tools']
documents = ['whole-plan']

[roles]
toolbox = 'one.tools'

[[tool_kind]]
id = 'calm'
title = 'Calm'
mark = 'waves'

[[wording]]
id = 'upset'
title = 'The word'
help = 'Choose one.'
default = 'a'

[[wording.choice]]
id = 'a'
title = 'Stressors'
words = { upsets = 'stressors' }

[[wording.choice]]
id = 'b'
title = 'Triggers'
words = { upsets = 'triggers' }
"""

ONE = """\
id = 'one'
number = 0
title = 'One'
purpose = 'The first'
lead = 'The first of them.'
mark = 'sun'
hue = 0

[[section]]
id = 'start'
title = 'Start'

[[question]]
id = 'one.tools'
kind = 'toolbox'
title = 'Tools'
prompt = 'What helps with {upsets}?'
help = 'Anything.'
audience = ['me']
ideas = ['A walk', 'Away from {upsets}']

[[question]]
id = 'one.people'
kind = 'people'
section = 'start'
title = 'People'
prompt = 'Who?'
help = 'Anyone.'
audience = ['me', 'clinicians']
manner = 'do-not'
level = 'more'
note = 'Why'
add = 'Add a person'
formerly = ['one.folk']
"""

TWO = """\
id = 'two'
number = 1
title = 'Two'
purpose = 'The second'
lead = 'The second of them.'
mark = 'wind'
hue = 7

[[question]]
id = 'two.text'
kind = 'text'
title = 'Text'
prompt = 'What?'
help = 'Words.'
audience = ['me']
borrows = 'one.people'

[[question]]
id = 'two.records'
kind = 'records'
title = 'Records'
prompt = 'Which?'
help = 'Rows.'
audience = ['supporters']

[[question.column]]
id = 'what'
title = 'What'
kind = 'line'

[[question.column]]
id = 'who'
title = 'Who'
kind = 'person'

[[question.column]]
id = 'how'
title = 'How'
kind = 'choice'
choices = [
  { id = 'yes', title = 'Yes' },
  { id = 'no', title = 'No', manner = 'do-not' },
]

[[question]]
id = 'two.list'
kind = 'entries'
title = 'List'
prompt = 'What else?'
help = 'Lines.'
audience = ['me']
"""

FILES = {"framework.toml": FRAMEWORK, "00-one.toml": ONE, "01-two.toml": TWO}


def written(folder: Path, files: dict[str, str]) -> Path:
    place = folder / "small" / "en"
    place.mkdir(parents=True)
    for name, text in files.items():
        (place / name).write_text(text, "utf-8")
    return place
