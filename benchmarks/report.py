"""The figures as a table, as the goals' ratios, and as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.contenders import CONTENDERS

Results = dict[str, dict[str, Any]]
COLUMNS = {
    "cpu_ms": "CPU ms/turn",
    "turns_per_second": "turns/s",
    "p50_ms": "p50 ms",
    "p95_ms": "p95 ms",
    "p99_ms": "p99 ms",
    "memory_mb": "MB",
    "calls_per_turn": "calls/turn",
    "lost": "lost",
}


def table(situation: str, bots: dict[str, Any]) -> str:
    """One situation, as a Markdown table."""
    lines = [f"\n**{situation}**\n", f"| bot | {' | '.join(COLUMNS.values())} |", "|---" * (len(COLUMNS) + 1) + "|"]
    lines += [
        f"| {CONTENDERS[name].title} | {' | '.join(f'{figures[column]:g}' for column in COLUMNS)} |"
        for name, figures in bots.items()
    ]
    return "\n".join(lines)


def goals(results: Results) -> list[str]:
    """The ratios that are our goals, as lines of a Markdown table; a goal whose figures are missing is left out."""

    def figure(situation: str, name: str, column: str) -> float:
        return float(results[situation][name][column])

    def ratio(situation: str, over: str, under: str, column: str) -> float:
        return figure(situation, over, column) / figure(situation, under, column)

    one, many = "one person", "200 people"
    wanted = [
        (
            "1 CPU a turn, aiogram FSM in memory ÷ ours",
            lambda: ratio(one, "aiogram-memory", "ours", "cpu_ms"),
            1.2,
            1.5,
        ),
        ("2 CPU a turn, PTB + Pickle as it comes ÷ ours", lambda: ratio(one, "ptb-httpx", "ours", "cpu_ms"), 2.0, 2.5),
        (
            "2 CPU a turn, PTB + Pickle on our transport ÷ ours",
            lambda: ratio(one, "ptb-ours", "ours", "cpu_ms"),
            0.6,
            0.75,
        ),
        ("3 CPU a turn, ours without a database ÷ ours", lambda: ratio(one, "ours-floor", "ours", "cpu_ms"), 0.6, 0.85),
        (
            "4 turns/s, ours on PostgreSQL ÷ aiogram FSM in Redis",
            lambda: ratio(many, "ours-postgresql", "aiogram-redis", "turns_per_second"),
            1.2,
            2.0,
        ),
        (
            "5 turns/s, 200 people 40 ms away",
            lambda: figure(f"{many}, 40 ms away", "ours", "turns_per_second"),
            400,
            800,
        ),
        ("6 a packet of 300 pages ÷ pypdf's bare merge", lambda: float(results["the packet"]["ratio"]), 2.0, 1.2),
        ("6 the loop's lateness meanwhile, p99, ms", lambda: float(results["the packet"]["late_p99_ms"]), 50, 20),
        ("7 p99 at 100 turns/s, ours ÷ PTB echo", lambda: ratio("100 turns/s", "ours", "ptb-echo", "p99_ms"), 3.0, 2.0),
        ("9 memory of the running bot, MB", lambda: figure(one, "ours", "memory_mb"), 120, 90),
    ]
    lines = ["", "| goal | measured | at least | aim | |", "|---|---|---|---|---|"]
    for title, compute, least, aim in wanted:
        try:
            measured = compute()
        except (KeyError, ZeroDivisionError):
            continue
        good = measured >= least if aim > least else measured <= least
        best = measured >= aim if aim > least else measured <= aim
        verdict = "aim reached" if best else "reached" if good else "**missed**"
        lines.append(f"| {title} | {measured:.3g} | {least:g} | {aim:g} | {verdict} |")
    return lines


def draw(results: Results, file: Path) -> None:
    """CPU a turn for one person, and what 200 people get, side by side."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(1, 2, figsize=(13, 4.5))
    panels = (
        ("one person", "cpu_ms", "CPU a turn, ms (less is better)"),
        ("200 people", "turns_per_second", "turns a second, 200 people"),
    )
    for axis, (situation, column, title) in zip(axes, panels, strict=True):
        bots = list(results[situation].items())[::-1]
        colours = ["#2a7f62" if name.startswith("ours") else "#9aa5b1" for name, _ in bots]
        bars = axis.barh(
            [CONTENDERS[name].title for name, _ in bots], [each[column] for _, each in bots], color=colours
        )
        axis.bar_label(bars, padding=3, fmt="%.3g")
        axis.set_title(title)
        axis.spines[["top", "right"]].set_visible(False)
    figure.tight_layout()
    figure.savefig(file, dpi=110)
