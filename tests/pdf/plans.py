"""Plans to print, built by hand: everybody in them is invented."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from wrapplanner.content.helplines import load_helplines
from wrapplanner.content.loader import load_framework
from wrapplanner.domain.copies import Edition
from wrapplanner.domain.framework import Audience, Framework
from wrapplanner.domain.helplines import to_print
from wrapplanner.domain.plan import Agreement, Entry, Person, Plan, Tool, ToolState
from wrapplanner.pdf.options import Paper, PrintOptions

RESOURCES = Path(__file__).parents[2] / "resources"
FONTS = RESOURCES / "fonts"
HELPLINES = to_print(load_helplines(RESOURCES / "helplines"))


@cache
def wrap() -> Framework:
    """Return the framework of a WRAP in English."""
    return load_framework(RESOURCES / "framework" / "wrap" / "en")


def options(
    paper: Paper = Paper.A4, *, large: bool = False, audience: Audience = Audience.ME, both_sides: bool = False
) -> PrintOptions:
    """Return options with a fixed edition."""
    return PrintOptions(Edition(7, date(2026, 11, 3)), FONTS, paper, large, audience, both_sides, HELPLINES)


def texts(question: str, *said: str) -> tuple[Entry, ...]:
    """Return plain entries."""
    return tuple(Entry(f"{question}-{number}", text) for number, text in enumerate(said))


def tools(question: str, *said: str | tuple[str, str]) -> tuple[Entry, ...]:
    """Return entries that refer to tools by id (“#swim”) or say words of their own; a pair has a note."""
    entries = []
    for number, each in enumerate(said):
        words, note = each if isinstance(each, tuple) else (each, "")
        tool = words[1:] if words.startswith("#") else ""
        entries.append(Entry(f"{question}-{number}", "" if tool else words, note=note, tool=tool))
    return tuple(entries)


def people(question: str, *said: tuple[str, str]) -> tuple[Entry, ...]:
    """Return entries that refer to people by id, with what is asked of them."""
    return tuple(Entry(f"{question}-{number}", person=who, note=note) for number, (who, note) in enumerate(said))


def records(question: str, columns: str, *rows: Iterable[str]) -> tuple[Entry, ...]:
    """Return records; a column named `@` is a person: “#jo” by id, otherwise words."""
    entries = []
    for number, row in enumerate(rows):
        cells, person, text = [], "", ""
        for column, words in zip(columns.split(), row, strict=True):
            if column == "@":
                person, text = (words[1:], "") if words.startswith("#") else ("", words)
            elif words:
                cells.append((column, words))
        entries.append(Entry(f"{question}-{number}", text, person=person, cells=tuple(cells)))
    return tuple(entries)


PEOPLE = (
    Person("amina", "Amina Yusuf", "friend", ("07700 900142",), "", Agreement.AGREED, "2026-11-01"),
    Person("jo", "Jo Ashworth", "brother", ("07700 900615",), "", Agreement.AGREED, "2026-11-01"),
    Person("tomasz", "Tomasz Nowak", "neighbour", ("07700 900387",), "", Agreement.AGREED, "2026-10-18"),
    Person("grace", "Grace Okafor", "peer supporter", ("0114 496 0128",), "", Agreement.AGREED, "2026-10-18"),
    Person("callum", "Callum Reid", "former partner"),
    Person("pauline", "Pauline Ashworth", "my mother"),
    Person("raman", "Dr Priya Raman", "GP", ("0114 496 0176",)),
    Person("farrow", "Dr Helen Farrow", "psychiatrist", ("0114 496 0190",)),
    Person("marcus", "Marcus Bell", "care co-ordinator", ("0114 496 0191",)),
    Person("pharmacy", "Tenter Row Pharmacy", "pharmacy", ("0114 496 0155",)),
    Person("nadia", "Nadia Hussain", "advocate", ("0114 496 0133",)),
    Person("wren", "Wren", "runs the studio", ("0114 496 0111",), "Kind, and busy before noon"),
    Person("lena", "Lena Ashworth", "Jo’s wife", ("07700 900616",), "Rings back after work"),
)

TOOLS = (
    Tool("back", "Back step", "Kettle, blanket, look at the sky", "calm", "10 minutes", low_energy=True, favourite=True),
    Tool("box", "Box breathing", "Four in, hold, four out. Draw it with a finger", "calm", "3 minutes", low_energy=True),
    Tool("radio", "Radio 3, low", "Not the news", "calm", "an hour", low_energy=True),
    Tool("swim", "Swim", "Hallow baths, Tuesday lane, bring a pound for the locker", "move", "1½ hours", True, "£4.60"),
    Tool("park", "The park way", "Twice round if I can, to the gate if I cannot", "move", "20 minutes", low_energy=True),
    Tool("dig", "Dig", "Allotment. Tomasz has the second key", "move", "an afternoon"),
    Tool("ring", "Ring Amina", "“Ordinary things, please”", "connect", "15 minutes", low_energy=True, favourite=True),
    Tool("thursday", "Thursday table", "Peer group, library, 6 pm. Going late is fine", "connect", "2 hours"),
    Tool("meeting", "Meeting for worship", "Sit at the back", "connect", "1 hour", low_energy=True),
    Tool("clay", "Wedge clay", "A kilo. No pot needed at the end", "create", "20 minutes", favourite=True),
    Tool("bread", "Sunday bread", "Recipe inside the cupboard door. Ivy kneads", "create", "half a day", True, "£1"),
    Tool("floor", "Lie on the floor", "Ten minutes. Cat optional", "rest", "10 minutes", low_energy=True),
    Tool("screens", "Screens in the drawer", "From nine o’clock", "rest", "all evening", low_energy=True),
    Tool("envelope", "One envelope", "Open one. Only one", "practical", "5 minutes", low_energy=True),
    Tool("table", "Eat at a table", "Sitting down, with a plate", "body", "20 minutes", low_energy=True),
    Tool("hands", "Hands in warm water", "The washing-up counts", "body", "10 minutes", low_energy=True),
    Tool("read", "Read to Ivy", "She picks. Otters, usually", "meaning", "20 minutes", low_energy=True),
    Tool("choir", "Choir at the Methodist hall", state=ToolState.TRY),
    Tool("cold", "Cold water, with Grace", state=ToolState.TRY),
    Tool("tree", "Drawing the same tree every week", state=ToolState.TRY),
    Tool("news", "The news after six", state=ToolState.NOT_FOR_ME),
    Tool("bath", "Long baths", "Too much thinking", state=ToolState.NOT_FOR_ME),
    Tool("list", "Being told to keep a gratitude list", state=ToolState.NOT_FOR_ME),
)

_CRISIS = {
    "crisis.full_name": texts("n", "Robin Ashworth"),
    "crisis.birth_date": texts("b", "1987-03-14"),
    "crisis.address": texts("a", "Flat 2, 14 Tenter Row, Hallowdale"),
    "crisis.communication": texts(
        "c",
        "I am deaf in my left ear: stay on my right. Short sentences, one question at a time, then wait. "
        "If I do not answer I can still hear you. I can often write when I cannot talk.",
    ),
    "crisis.languages": texts("l", "English. Some British Sign Language."),
    "crisis.culture": texts("f", "I am a Quaker. Sitting quietly with me is a kindness."),
    "crisis.well": texts(
        "w",
        "Dry sense of humour, a good listener, I look you in the eye. I garden, bake bread on Sundays and teach "
        "evening pottery. I am Ivy’s parent before anything else.",
    ),
    "crisis.signs": texts(
        "s",
        "I have not slept for two nights",
        "I talk without stopping, or not at all",
        "I give my things away",
        "I do not know people I love",
        "I have stopped eating and drinking",
        "I leave the house without shoes or coat",
    ),
    "crisis.danger": texts(
        "d",
        "If I talk of not being here any more, stay with me and call 999. Take the car keys. I would rather be cross "
        "with you later.",
    ),
    "crisis.supporters": people(
        "sup",
        ("amina", "Stays with me at home. Has my key. Speaks for me with the team."),
        ("jo", "Ivy lives with Jo and Lena until I am well. Tells our mother, when it is time."),
        ("tomasz", "Feeds Biscuit, waters the tomatoes, drives if a lift is needed."),
        ("grace", "Comes to meetings with me. Knows what I mean when I say “the fog”."),
    ),
    "crisis.not_involved": people(
        "not",
        ("callum", "We are not in touch. He must not be told where I am."),
        ("pauline", "I love her, and her worry becomes mine. Jo will tell her when I am ready, and not before."),
    ),
    "crisis.disagreement": texts(
        "dis", "Wait an hour if it is safe to. Ask Grace to help you talk. If it still cannot wait, Amina decides."
    ),
    "crisis.professionals": people(
        "pro",
        ("raman", "Harrow Lane Surgery"),
        ("farrow", "Riverside team"),
        ("marcus", "Riverside team"),
        ("pharmacy", "Knows every medicine I take"),
        ("nadia", "Hallowdale Advocacy"),
    ),
    "crisis.medicines": records(
        "med",
        "name amount when for @",
        ("Lithium carbonate (Priadel, same brand)", "800 mg", "10 pm", "steady mood", "#farrow"),
        ("Levothyroxine", "75 micrograms", "on waking", "thyroid", "#raman"),
        ("Vitamin D", "1,000 units", "breakfast", "bones", "#raman"),
    ),
    "crisis.medicines_if_needed": records(
        "prn",
        "name amount why",
        ("Promethazine", "25 mg at night", "If I have not slept for two nights. Three nights at most."),
    ),
    "crisis.medicines_avoid": records(
        "avoid",
        "name why",
        ("Haloperidol", "My neck and jaw locked for a day (2019)."),
        ("Ibuprofen, naproxen", "Not safe with the lithium I take. Paracetamol is fine."),
    ),
    "crisis.allergies": records("all", "name effect", ("Penicillin", "My face swells and I cannot breathe.")),
    "crisis.treatments": records(
        "treat",
        "choice what why",
        ("helps", "Talking with the same person each time", "Starting again with somebody new costs me a day."),
        ("helps", "Swimming, acupuncture", ""),
        ("acceptable", "A short stay in hospital", "If I know the day we will look at it again."),
        ("avoid", "Being moved between wards", ""),
        ("avoid", "Group sessions in the first days", "Too many faces."),
    ),
    "crisis.care": texts("care", "At home, with Amina in the spare room. The Riverside team calls once a day."),
    "crisis.places": records(
        "places",
        "choice where phone why",
        ("first", "At home", "", "Amina sleeps in the spare room. The Riverside team calls once a day. My own bed helps."),
        ("next", "Lantern House", "0114 496 0160", "I stayed in 2023. Quiet. A door I can close."),
        ("hospital", "Riverside, Elm ward", "", "A side room. Let Grace come in on the first day."),
        ("avoid", "Moor View", "", "Shared dormitory. I did not sleep."),
    ),
    "crisis.do": texts(
        "do",
        "Say your name, and what happens next",
        "Sit down beside me, or lower than me",
        "Ask before you touch me",
        "Turn off radios, dim the light",
        "Let me walk about, and keep my scarf on",
        "Warm sweet tea, and time",
        "Read to me: seed catalogues are best",
        "Tell me what day it is, without a test",
    ),
    "crisis.do_not": texts(
        "dont",
        "Stand behind me or block the door",
        "Hold my arms. If there is truly no other way, tell me first and say when it will end",
        "Talk about me over my head",
        "Tell me to calm down",
        "Argue about what I see or believe",
        "Take my phone or scarf without asking",
        "Bring more than two visitors at once",
    ),
    "crisis.tasks": records(
        "tasks",
        "task @ phone how for",
        (
            "Ivy, 8, school and bed",
            "#jo",
            "",
            "Bag by the door. Larch Road School knows. Tell her the truth in small pieces. Her otter goes everywhere.",
            "child",
        ),
        ("Biscuit, cat", "#tomasz", "", "Half a tin, morning and evening. Vet: 0114 496 0147.", "animal"),
        (
            "Work",
            "#amina",
            "",
            "Message Wren at the studio: “Robin is unwell and will be in touch.” Nothing more. Check the kiln is off.",
            "thing",
        ),
        ("Rent and bills", "#jo", "", "All by standing order. Blue folder, kitchen shelf.", "thing"),
        ("Benefits", "#nadia", "", "Open brown envelopes. Ask for time.", "thing"),
        ("Tomatoes", "#tomasz", "", "Every second day. Eat them.", "thing"),
    ),
    "crisis.confidentiality": records(
        "conf",
        "@ what",
        ("My supporters", "Everything in this plan."),
        ("Ivy’s school", "That I am unwell and that Jo is in charge."),
        ("#wren", "That I am unwell. Nothing else."),
        ("Anybody else", "Ask me. If you cannot, say nothing."),
    ),
    "crisis.stop_signs": texts(
        "stop",
        "I have slept five hours, three nights",
        "I sit down and eat with somebody",
        "I make a joke, and it is funny",
        "I ask what Ivy did at school, and listen",
        "I know what day it is and what is for tea",
        "I say: “I can do that myself”",
    ),
    "crisis.legal": records(
        "legal",
        "what details kept",
        ("Advance statement", "Made with Nadia Hussain on 20 October 2026.", "My GP and Riverside team"),
        ("Power of attorney", "I have not made one.", ""),
    ),
    "crisis.signatures": (
        Entry("sig1", "Robin Ashworth", note="me"),
        Entry("sig2", person="amina", note="speaks for me"),
        Entry("sig3", person="jo", note="supporter"),
        Entry("sig4", note="Witness, name"),
        Entry("sig5", note="Witness, name"),
    ),
}

_OTHERS = {
    "before.wants": texts("bw", "To see it coming sooner, and to have my say when I cannot speak."),
    "before.preferred_name": texts("bn", "Robin"),
    "before.pronouns": texts("bp", "they, them"),
    "before.hope": texts("bh", "The tomatoes came up again.\n\nI have come back every time, and each time I knew more."),
    "before.responsibility": texts("br", "Nobody else can take my tablets, or ring Amina for me."),
    "toolbox.not_helpful": texts("tn", "Advice on the stairs", "Being cheered up"),
    "toolbox.meaning": texts(
        "tm",
        "Ivy, and being somebody she can be bored with. Making a thing that somebody drinks from. The quiet on Sundays.",
    ),
    "daily.best_words": texts("db", "Curious", "Dry-witted", "Patient", "Hands in the soil"),
    "daily.others_words": texts("do", "“You remember everything I say” (Ivy)", "“Calm as a pot” (Wren)"),
    "daily.every_day": tools("de", ("#table", "morning and evening"), ("#back", "at noon"), "Take my tablets", "#read"),
    "daily.some_days": tools("ds", ("#swim", "Tuesdays"), ("#thursday", "Thursdays"), "#envelope"),
    "daily.good_day": texts(
        "dg",
        "I wake before the alarm and lie there. Tea, the cat, Ivy’s hair. The studio from ten, hands busy, talk when "
        "there is talk. Home by four. Something from the allotment on a plate.\nBed at ten with the window open.",
    ),
    "upsets.things": texts("ut", "Two bad nights in a row", "Letters from the benefits office", "Arguments that I overhear"),
    "upsets.do": tools("ud", "#envelope", "#park", "Say “I will answer tomorrow”"),
    "upsets.limit": texts("ul", "Post is opened on Saturdays, with Nadia’s number beside me"),
    "early.signs": texts("es", "I wake at four", "Music is too loud", "I answer in one word", "I buy seeds I have no room for"),
    "early.must": tools("em", "#screens", "#ring", "Tell Grace"),
    "early.may": tools("ey", "#floor", "#clay", "#radio"),
    "early.notices": people("en", ("amina", "Say: “You have gone quiet.”"), ("grace", "Just ask me what the fog is doing.")),
    "breaking.signs": texts("ks", "I do not go to bed", "I hear my name in the tap", "I cannot follow Ivy’s stories"),
    "breaking.must": tools("km", "#ring", "Ring the Riverside team", "Give Jo the car keys", "#box"),
    "breaking.call": people("kc", ("amina", "“It is breaking down. Please come.”"), ("marcus", "“I need a call today.”")),
    "breaking.ask_others": texts("ka", "Stay the night", "Take Ivy to school"),
    "after.ready_signs": texts("ar", "I want to know what is in the fridge"),
    "after.feel": texts("af", "Slow, and in my own kitchen."),
    "after.at_once": texts("ao", "Ring Ivy every evening", "Fetch my tablets", "Tell Wren: two weeks more"),
    "after.can_wait": texts("aw", "The brown envelopes", "Evening class", "Explaining to anyone"),
    "after.others_can": texts("ac", "School run (Jo)", "Allotment (Tomasz)", "Shopping (Amina)"),
    "after.timetable": records(
        "at",
        "what @ first_step when",
        ("Biscuit", "#tomasz", "Morning tin is mine. He keeps the evening one for now.", "from 2 Dec"),
        ("Cooking", "#amina", "Soup on Mondays. Bread when I feel like it.", "from 4 Dec"),
        ("Ivy after school", "Jo and Lena", "Tea with Ivy here, Wednesday, Jo stays. Then without Jo.", "9 Dec"),
        ("Rent and bills", "#jo", "Look at the blue folder together, with cake.", "new year"),
    ),
    "after.thank": people("ah", ("tomasz", "Biscuit is fatter than before"),),
    "after.learned": texts("al", "Four o’clock is the first sign, not the third."),
    "after.setback_signs": texts("as", "Too many visitors in one day", "A night under five hours"),
    "after.setback_do": tools("ad", "Give one thing back, without a reason", "#back"),
}  # fmt: skip


def robin() -> Plan:
    """Return a plan with something in nearly every question."""
    return Plan("wrap", {**_OTHERS, **_CRISIS}, TOOLS, PEOPLE)


def six_answers() -> Plan:
    """Return the six first answers of a framework, and nothing else."""
    return Plan(
        "wrap",
        {
            "crisis.supporters": people("sup", ("amina", "Stays with me.")),
            "crisis.do": texts("do", "Sit with me", "Make tea"),
            "crisis.do_not": texts("dont", "Tell me to calm down"),
            "early.signs": texts("es", "I wake at four"),
            "early.must": tools("em", "#ring"),
        },
        tuple(tool for tool in TOOLS if tool.id in ("ring", "park", "back")),
        PEOPLE[:1],
    )


def one_answer() -> Plan:
    """Return a plan of one line."""
    return Plan("wrap", {"crisis.do": texts("do", "Sit with me")})
