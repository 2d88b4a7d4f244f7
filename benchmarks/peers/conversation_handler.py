"""python-telegram-bot's ConversationHandler with PicklePersistence: saved once a minute, so not durable."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    ConversationHandler,
    PicklePersistence,
)

from benchmarks.peers.dialogue import STEPS, rows, text


def keyboard(step: int) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(label, callback_data=data) for label, data in row] for row in rows(step)]
    )


async def begin(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    await update.message.reply_text(text(0), parse_mode="HTML", reply_markup=keyboard(0))
    return 0


def step_after(step: int):
    async def go_on(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
        query, to = update.callback_query, (step + 1) % STEPS
        context.user_data[str(step)] = query.data
        await query.answer()
        await query.edit_message_text(text(to), parse_mode="HTML", reply_markup=keyboard(to))
        return to

    return go_on


def main() -> None:
    api_url, folder, transport = os.environ["TELEGRAM_API_URL"], Path(os.environ["DATA_DIR"]), sys.argv[1]
    builder = Application.builder().token(os.environ["TELEGRAM_TOKEN"]).base_url(f"{api_url}/bot")
    if transport == "ours":
        from bot.chat.transport import Transport

        builder = builder.request(Transport()).get_updates_request(Transport(connections=1))
    application = builder.persistence(PicklePersistence(folder / "people.pickle")).build()
    application.add_handler(
        ConversationHandler(
            entry_points=[CommandHandler("start", begin)],
            states={step: [CallbackQueryHandler(step_after(step))] for step in range(STEPS)},
            fallbacks=[CommandHandler("start", begin)],
            persistent=True,
            name="walk",
        )
    )
    application.run_polling()


if __name__ == "__main__":
    main()
