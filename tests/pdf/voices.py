"""What people might write in every script that is promised, and a whole plan in each. Invented, like everybody in it."""

from __future__ import annotations

import re
import unicodedata
from itertools import cycle, islice
from pathlib import Path

from wrapplanner.domain.framework import Framework, Question
from wrapplanner.domain.kinds import RULES, Kind
from wrapplanner.domain.plan import Entry, Person, Plan, Tool
from wrapplanner.pdf.system_fonts import system_face

VOICES = {
    "latin": ("I walk by the river with Zoë", "Ask me before you touch me, please", "Café, naïve, Łódź, œuvre, ½ cup"),
    "vietnamese": ("Tôi cảm thấy mệt mỏi và muốn nghỉ ngơi", "Xin đừng nói to với tôi", "Bà Nguyễn Thị Ánh"),
    "yoruba": ("Ẹ kú àárọ̀ ọ̀rẹ́ mi", "Mo fẹ́ sinmi díẹ̀", "Adébáyọ̀ Ọlátúnjí"),
    "greek": ("Περπατώ δίπλα στο ποτάμι", "Ρωτήστε με πριν με αγγίξετε", "Ελένη Παπαδοπούλου"),
    "cyrillic": ("Я гуляю у реки с подругой", "Спросите меня, прежде чем трогать", "Анна Ёлкина"),
    "arabic": ("أحتاج إلى الهدوء والشاي مع صديقتي", "لا تلمسني، اتصل بالرقم 07700 900142 من فضلك", "السَّيِّدة أمينة سلام"),
    "urdu": ("مجھے خاموشی چاہیے اور میں اپنی بہن سے بات کرتی ہوں", "براہ کرم مجھے ہاتھ نہ لگائیں", "زہرہ احمد"),
    "hebrew": ("אני לוקח Lithium (800 mg) בבוקר", "בבקשה לשאול אותי לפני שנוגעים", "שָׁלוֹם עַמִּי"),
    "devanagari": ("नदी के किनारे टहलना और मित्र से बात करना", "कृपया मुझे छूने से पहले पूछें", "श्रीमती कृष्णा द्विवेदी"),
    "bengali": ("নদীর ধারে হাঁটা এবং বন্ধুর সাথে কথা বলা", "আমাকে ছোঁয়ার আগে জিজ্ঞাসা করুন", "শ্রেয়া চট্টোপাধ্যায়"),
    "gurmukhi": ("ਦਰਿਆ ਦੇ ਕੰਢੇ ਤੁਰਨਾ ਅਤੇ ਦੋਸਤ ਨਾਲ ਗੱਲ ਕਰਨੀ", "ਕਿਰਪਾ ਕਰਕੇ ਮੈਨੂੰ ਪੁੱਛੋ", "ਹਰਪ੍ਰੀਤ ਸਿੰਘ"),
    "tamil": ("ஆற்றங்கரையில் நடப்பது மற்றும் நண்பருடன் பேசுவது", "தயவுசெய்து என்னைத் தொடும் முன் கேளுங்கள்", "ஸ்ரீ கௌரி"),
    "thai": ("วันนี้ฉันรู้สึกเหนื่อยมากและอยากพักผ่อนกับเพื่อนๆที่บ้านของฉันใกล้แม่น้ำ", "กรุณาถามฉันก่อนแตะต้องตัว", "น้ำทิพย์ ศรีสุข"),
    "amharic": ("በወንዙ ዳር መራመድ እና ከጓደኛ ጋር መነጋገር", "እባክዎ ከመንካትዎ በፊት ይጠይቁኝ", "አልማዝ ተስፋዬ"),
    "chinese": ("我想在河边散步，和朋友聊聊天。请不要大声说话！", "碰我之前，请先问我（谢谢）。", "王小明"),
    "traditional": ("我想在河邊散步，和朋友聊聊天。請不要大聲說話！", "碰我之前，請先問我（謝謝）。", "陳美玲"),
    "japanese": ("川のほとりを散歩して、友だちと話をしたいです。", "「大丈夫ですか？」と聞いてください。", "山田ジョー"),
    "korean": ("강가를 산책하고 친구와 이야기하고 싶습니다", "만지기 전에 물어봐 주세요", "김민지"),
    "emoji": ("tea ☕ and a walk 🚶🏽‍♀️ with ❤️", "👩‍🔬 👍🏽 🇬🇧 1️⃣ 😀 are fine", "Robin 🌻"),
}  # fmt: skip
"""A long sentence, a shorter one and a name, by script."""

OF_THE_SYSTEM = {"chinese": "zh-hans", "traditional": "zh-hant", "japanese": "ja", "korean": "ko"}
"""Scripts for which no face is shipped, with their hands."""
_CONTROLS = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def voice_is_here(script: str, folders: tuple[Path, ...] | None = None) -> bool:
    """Return whether this computer has letters for a script."""
    hand = OF_THE_SYSTEM.get(script)
    return hand is None or system_face(VOICES[script][0][0], hand, bold=False, folders=folders) is not None


def plan_in(framework: Framework, *scripts: str) -> Plan:
    """Return a plan with an answer to every question, in one script or in turns."""
    said = cycle([words for script in scripts for words in VOICES[script]])
    tools = tuple(Tool(f"t{number}", next(said), next(said), "calm") for number in range(6))
    people = tuple(
        Person(f"p{number}", VOICES[script][2], next(said), ("07700 900142",)) for number, script in enumerate(scripts)
    )
    answers = {
        question.id: tuple(
            _entry(question, number, list(islice(said, 8))) for number in range(3 if RULES[question.kind].many else 1)
        )
        for question in framework.questions()
        if question.kind is not Kind.TOOLBOX
    }
    return Plan(framework.id, answers, tools, people)


def _most(question: Question) -> int:
    return 3 if RULES[question.kind].many else 1


def _entry(question: Question, number: int, said: list[str]) -> Entry:
    slots = RULES[question.kind].slots_of(question)
    text = "2026-11-03" if question.kind is Kind.DATE else said[0]
    person = "p0" if "person" in slots and number == 0 else ""
    cells = tuple(
        (column.id, column.choices[0].id if column.choices else words)
        for column, words in zip(question.columns, said[1:], strict=False)
        if column is not question.person_column and column.kind != "date"
    )
    note = said[-1] if "note" in slots else ""
    return Entry(f"{question.id}-{number}", "" if person or "text" not in slots else text, note, person=person, cells=cells)


def shown(text: str) -> str:
    """Return text without white space and marks of direction, as one form of Unicode."""
    return _CONTROLS.sub("", "".join(unicodedata.normalize("NFC", text).split()))


def bare(word: str) -> str:
    """Return a word without what may stand at its other end where a line is read from the right."""
    return shown(word).strip("(),.!?:;،؟۔“”")
