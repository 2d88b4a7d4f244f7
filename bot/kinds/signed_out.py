"""Pages that a portal shows instead of a record: its session ended, or it asks to sign in, or for a browser to run it.

What tells such a page is what it says, in the languages of the bot, and that it says nothing else: a report below which
a portal asks to sign in has lines of its own, with labels, values and figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_MOST_LETTERS = 1_500
_MOST_BESIDE = 45
"""Letters of lines that say something else: a greeting, the name of a place."""
_SIGN_IN = r"(?:log|sign)(?:ing|ged|ned)?[ -]?(?:in|on|back in)"
_PHRASES = (
    r"session\b.{0,20}\b(?:expired|timed?[ -]?out|no longer|invalid)",
    r"(?:expired|invalid) session|your session.{0,20}\b(?:ended|closed)",
    r"(?:been|are|were|is)(?: automatically| now)? (?:logged|signed)[ -]?(?:out|off)",
    rf"(?:not|need to be|must be|must|need to|have to|required to|please|required) (?:currently )?{_SIGN_IN}\b",
    rf"{_SIGN_IN} (?:again|is required|required|to (?:view|see|continue|access|your))",
    r"(?:enable|turn on|requires?|needs?|without) (?:javascript|cookies)|javascript (?:is|must|needs|to)\b",
    r"access (?:is )?denied|not authori[sz]ed to (?:view|access)",
    # "Su sesión de radioterapia terminó" is a paper.
    r"sesi[oó]n\b.{0,20}\b(?:caduc|expir|vencid)|[st]u sesi[oó]n (?:se |ha |sido |fue )*(?:finaliz|cerr|termin)",
    r"cerrado (?:su|la|tu) sesi[oó]n|(?:inici[ae]|iniciar|abr[ae]|abrir) (?:la |su |tu )?sesi[oó]n",
    r"(?:identif[ií]quese|identificarse|ingrese|acceda) (?:de nuevo|con su)|acceso denegado",
    r"(?:activ[aeo]r?|habilit[aeo]r?|requiere|necesita) (?:el |su )?(?:javascript|(?:las )?cookies)",
    r"(?:انتهت|انقضت) (?:(?:صلاحية|مدة|مهلة) ال?جلس|جلستك|الجلسة *(?:[.،!]|$))",
    r"تسجيل (?:الدخول|دخولك)|سجل(?:ي)? (?:ال)?دخول|تسجيل خروجك",
    r"(?:تفعيل|تمكين|تشغيل|فع[ّ]?ل|يتطلب)[^.]{0,25}(?:جافا ?سكريبت|جافاسكربت|javascript)",
)
_AROUND = (
    r"user ?name|user id|password|passcode|forgot|remember me|sign up|create an account|privacy|terms|copyright|cookie",
    r"©|all rights|call [\d(+]|browser|security|inactiv|help|contact us|home ?page|portal|mychart|welcome",
    r"usuario|contrase[ñn]a|olvid|privacidad|condiciones|derechos|navegador|seguridad|ayuda|contacto|inicio|bienvenid",
    r"كلمة (?:المرور|السر)|اسم المستخدم|نسيت|الخصوصية|الشروط|المتصفح|متصفحك|بوابة|مساعدة|الأمان|مرحبا",
)
_SAYS, _IS_AROUND = (re.compile("|".join(each), re.IGNORECASE) for each in (_PHRASES, _AROUND))
_OF_A_PAPER = re.compile(r"\w[^:\n]{0,40}:\s*\S|\|\s*\S|\d")
_SENTENCE = re.compile(r"(?<=[.!?؟])\s+|\n")


def holds_no_paper(texts: Sequence[str]) -> bool:
    """Whether all that a page says is that its reader should sign in, or its browser run it."""
    text = "\n".join(texts)
    if not 0 < sum(map(str.isalpha, text)) <= _MOST_LETTERS or not _SAYS.search(text):
        return False
    beside = [each for each in _SENTENCE.split(text) if not _SAYS.search(each) and not _IS_AROUND.search(each)]
    if any(map(_OF_A_PAPER.search, beside)):
        return False
    return sum(map(str.isalpha, "".join(beside))) <= _MOST_BESIDE
