"""What a PDF can do besides being read (ISO 32000-2, 12.6): none of it goes into the packet."""

RUNS = frozenset(
    {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/GoToE", "/Rendition", "/RichMediaExecute"},
)
"""Actions that run or fetch something, or send something away: a patient is told of a file that has one."""
ACTIONS = RUNS | {
    *("/GoToR", "/GoTo3DView", "/Thread", "/URI", "/Sound", "/Movie", "/Hide", "/Named", "/ResetForm", "/SetOCGState"),
    "/Trans",
}
"""Every action that leads elsewhere or changes what is seen."""
