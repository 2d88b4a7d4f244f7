"""Names of rich text (RTF 1.9.1): which groups are no text, which characters have a name, which letters a font has."""

from __future__ import annotations

QUIET = frozenset({"shpinst", "shpgrp", "do", "shppict", "object", "shp", "sp", "sv"})
"""Groups whose own letters are settings, and in which a picture or a box of text may lie."""
SILENT = frozenset(
    {"fonttbl", "colortbl", "stylesheet", "info", "generator", "listtable", "listoverridetable", "rsidtbl", "themedata"}
    | {"colorschememapping", "datastore", "latentstyles", "xmlnstbl", "filetbl", "revtbl", "pgptbl", "fldinst", "tc"}
    | {"xe", "txe", "rxe", "private", "userprops", "objdata", "template", "pnseclvl", "ftnsep", "ftnsepc", "ftncn"}
    | {
        "aftnsep",
        "aftnsepc",
        "aftncn",
        "background",
        "nonshppict",
        "shprslt",
        "nonesttables",
        "bkmkstart",
        "bkmkend",
        "docvar",
    }
    | {"atnid", "atnauthor", "atndate", "atnref", "atnparent", "atrfstart", "atrfend", "datafield", "formfield", "sn"}
    | {"panose", "falt", "fontemb", "blipuid", "picprop", "objclass", "objname", "passwordhash", "xform", "htmltag"}
    | {"mmathPr", "operator", "company", "author", "title", "subject", "keywords", "doccomm", "category", "manager"}
)
MARGINS = frozenset({"header", "headerl", "headerr", "headerf"})
FEET = frozenset({"footer", "footerl", "footerr", "footerf"})
BOXES = frozenset({"shptxt", "dptxbxtext", "result"})

SIGNS = {
    "tab": "    ", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "line": "\n", "softline": "\n", "lbr": "\n",
    "nestcell": " | ", "nestrow": "\n", "~": " ", "_": "-", "-": "", "{": "{", "}": "}", "\\": "\\",
}  # fmt: skip

CHARSETS = {
    0: "cp1252", 2: "latin-1", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "big5",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251",
    222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
SYMBOL = 2
"""The set of signs of a picture font."""
