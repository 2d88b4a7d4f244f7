"""Pages that a portal shows instead of a record: its session ended, or it asks to sign in, or for a browser to run it.

What tells such a page is what it says, in the languages of the bot, and that it says nothing else: a report below which
a portal asks to sign in has lines of its own, with labels, values and figures.

The words stand here and not in `content/`: they are a part of what a file is, and that is asked where no words of
content come: by the child that packs it, and by whoever opens a container. A child with other words than the one before
it would refuse to pack what that one kept. And they count in every language at once: a portal speaks its hospital's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_MOST_LETTERS = 1_500
_MOST_BESIDE = 45
"""Letters of lines that say something else: a greeting, the name of a place."""
_SIGN_IN = r"(?:log|sign)(?:ing|ged|ned)?[ -]?(?:in|on|back in)"
_PHRASES = (
    r"session\b.{0,20}\b(?:expired|timed?[ -]?out|no longer (?:valid|active)|invalid)",
    r"(?:expired|invalid) session|your session.{0,20}\b(?:ended|closed)",
    r"(?:been|are|were|is)(?: automatically| now)? (?:logged|signed)[ -]?(?:out|off)",
    r"(?:not|need to be|must be|must|need to|have to|required to|please|required) (?:currently )?"
    rf"{_SIGN_IN}\b(?! for\b)",
    rf"{_SIGN_IN} (?:again|is required|required|to (?:view|see|continue|access|your))",
    r"(?:enable|turn on|requires?|needs?|without) (?:javascript|cookies)|javascript (?:is|must|needs|to)\b",
    r"access (?:is )?denied|not authori[sz]ed to (?:view|access)",
    # "Su sesión de radioterapia terminó" is a paper.
    r"sesi[oó]n\b.{0,20}\b(?:caduc|expir|vencid)|[st]u sesi[oó]n (?:se |ha |sido |fue )*(?:finaliz|cerr|termin)",
    # "Iniciar la sesión de quimioterapia" is one, too.
    r"cerrado (?:su|la|tu) sesi[oó]n",
    r"\b(?:inici[ae]|iniciar|abr[ae]|abrir) (?:la |su |tu )?sesi[oó]n\b(?! del?\b(?! nuevo)| \d)",
    r"(?:identif[ií]quese|identificarse|ingrese|acceda) (?:de nuevo|con su)|acceso denegado",
    r"(?:activ[aeo]r?|habilit[aeo]r?|requiere|necesita) (?:el |su )?(?:javascript|(?:las )?cookies)",
    r"(?:انتهت|انقضت) (?:(?:صلاحية|مدة|مهلة) ال?جلس|جلستك|الجلسة *(?:[.،!]|$))",
    r"تسجيل (?:الدخول|دخولك)|سجل(?:ي)? (?:ال)?دخول|تسجيل خروجك",
    r"(?:تفعيل|تمكين|تشغيل|فع[ّ]?ل|يتطلب)[^.]{0,25}(?:جافا ?سكريبت|جافاسكربت|javascript)",
)
_AROUND = (
    r"\buser ?name\b|\buser id\b|\bpassword\b|\bpasscode\b|\bremember me\b|\bsign up\b|\bcreate an account\b",
    r"\bprivacy\b|\bterms (?:of (?:use|service)|and conditions)|\bcopyright\b[ \d©]*|©[ \d]*|\ball rights\b",
    r"\bcookies?\b",
    r"\bcall [\d(+][\d ().+-]*|\bbrowser\b|\b(?:for|your) security\b|\binactivity\b|\bneed help\?|\bhelp (?:desk|cent)",
    r"\bcontact us\b|\bhome ?page\b|\b(?:patient|health|web) portal\b|\bwelcome (?:to|back)\b|\bclick here\b",
    r"\b(?:nombre de )?usuario\b(?! de\b)|\bcontrase[ñn]a\b|\bprivacidad\b|\bcondiciones de uso\b",
    r"\bderechos reservados\b",
    r"\bnavegador\b|\bpor (?:su )?seguridad\b|\bnecesita ayuda\?|\bcentro de ayuda\b|\bp[aá]gina de inicio\b",
    r"\bportal (?:del? )?(?:pacientes?|salud|la salud)\b|\bbienvenid[oa]s?\b",
    r"كلمة (?:المرور|السر)|اسم المستخدم|الخصوصية|الشروط والأحكام|شروط الاستخدام|المتصفح|متصفحك",
    r"بوابة (?:المريض|المرضى|الصحة)|هل تحتاج.{0,8}مساعدة|لأسباب أمنية|مرحبا بك",
)
_SAYS, _IS_AROUND = (re.compile("|".join(each), re.IGNORECASE) for each in (_PHRASES, _AROUND))
_FIGURES_OF_A_PORTAL = re.compile(
    r"\berror:? \d{3}\b:?|\b\d+ (?:min|sec|seg)[a-z]*|\d+ (?:دقيقة|دقائق|ثانية)", re.IGNORECASE
)
_OF_A_PAPER = re.compile(r"\w[^:\n]{0,40}:\s*[^\s.,;!?]|\|\s*\S|\d")
_FOUND = re.compile(
    r"\d{1,4}([/.-])\d{1,2}\1\d{2,4}\b|\d{1,2}\.? (?:de )?[^\W\d_]{3,10}\.?,?(?: de)? \d{4}\b"
    r"|[^\W\d_]{3,10} \d{1,2}, \d{4}\b"
    r"|\d ?(?:%|mm\b|cm\b|m?[gkµu]g\b|(?:[mkµun]?g|[munpµ]?mol|m?[UI]+|[kK])/[^\W\d_])"
)
"""A day, or something that was measured."""
_FEWEST_LABELS = 2
_LABEL = re.compile(r"^\s*[^\W\d_][^:\n]{1,40}:\s*[^\s\d.,;!?(+][^@\n]*$")
_MOST_OF_A_PHRASE = 90
"""Letters beside what asks to sign in, in one sentence: what for."""
_MOST_OF_A_NAME = 3
"""Words of a line that says something else, unless all begin as names do."""
_SENTENCE = re.compile(r"(?<=[.!?؟])\s+|\n")


def holds_no_paper(texts: Sequence[str]) -> bool:
    """Whether all that a page says is that its reader should sign in, or its browser run it."""
    text = "\n".join(texts)
    if not 0 < sum(map(str.isalpha, text)) <= _MOST_LETTERS or not _SAYS.search(text):
        return False
    beside = 0
    for sentence in _SENTENCE.split(text):
        rest, phrases = _SAYS.subn(" ", sentence)
        rest, around = _IS_AROUND.subn("x", rest)  # what stands behind "User name:" is somebody's
        if not (phrases or around):
            if not _is_a_name(rest):
                return False
            beside += sum(map(str.isalpha, rest))
        elif sum(map(str.isalpha, rest)) > _MOST_OF_A_PHRASE:
            return False
        if _OF_A_PAPER.search(_FIGURES_OF_A_PORTAL.sub("", rest) if phrases or around else rest):
            return False
    return beside <= _MOST_BESIDE


def tells_of_somebody(texts: Sequence[str]) -> bool:
    """Whether beside a form to sign in something is of a paper: a day, something measured, lines with labels."""
    own = [each for text in texts for each in text.splitlines() if not (_SAYS.search(each) or _IS_AROUND.search(each))]
    return any(map(_FOUND.search, own)) or sum(1 for each in own if _LABEL.match(each)) >= _FEWEST_LABELS


def _is_a_name(line: str) -> bool:
    """Whether a line may be the name of a place, or the word on a button: "Your biopsy shows a carcinoma" says more."""
    said = [word for word in line.split() if len(word) > len("de ")]
    return len(line.split()) <= _MOST_OF_A_NAME or all(word[0].isupper() for word in said)
