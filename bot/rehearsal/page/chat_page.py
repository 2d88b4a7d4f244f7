"""The chat page in the browser, and the small API between it and the rehearsal."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import Route

from bot.rehearsal.api.reading import taken
from bot.rehearsal.page.asked import asked_for, number, short_enough
from bot.rehearsal.page.controls import Controls
from bot.rehearsal.page.guard import PAGE_HEADERS, stranger
from bot.rehearsal.page.news import News
from bot.rehearsal.telegram import acts, contents
from bot.rehearsal.telegram.leaving import leave
from bot.rehearsal.telegram.telegram import Telegram
from dialogs.words.telegram_limits import LONGEST_CAPTION

FOLDER = Path(__file__).parent / "browser"
SHOWN_INSIDE = frozenset({"application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp"})
LARGEST_ALBUM = 10
MOST_HOURS = 24 * 3650
Handler = Callable[[Request], Awaitable[Response]]
THINGS: dict[str, Callable[[Telegram], contents.Content]] = {
    "sticker": lambda telegram: contents.sticker(telegram.files),
    "voice": lambda telegram: contents.voice(telegram.files),
    "location": lambda telegram: contents.location(),
    "contact": lambda telegram: contents.contact(),
}


class ChatPage:
    """Shows the chats to whoever sits at this computer and does what they do."""

    def __init__(self, telegram: Telegram, controls: Callable[[], Controls]) -> None:
        self._telegram = telegram
        self._controls = controls
        self._news = News(telegram, controls, secrets.token_hex(4))

    def routes(self) -> list[Route]:
        """Return the addresses of the page."""
        posts: dict[str, Handler] = {
            "/rehearsal/people": self.join,
            "/rehearsal/skip": self.skip,
            "/rehearsal/restart": self.restart,
            "/rehearsal/{person:int}/text": self.write,
            "/rehearsal/{person:int}/files": self.send_files,
            "/rehearsal/{person:int}/thing": self.send_thing,
            "/rehearsal/{person:int}/press": self.press,
            "/rehearsal/{person:int}/edit": self.edit,
            "/rehearsal/{person:int}/forward": self.forward,
            "/rehearsal/{person:int}/block": self.block,
            "/rehearsal/{person:int}/anew": self.begin_anew,
            "/rehearsal/{person:int}/remove": self.remove,
            "/rehearsal/{person:int}/language": self.speak,
        }
        gets: dict[str, Handler] = {
            "/": self.page,
            "/page/{name}": self.page,
            "/rehearsal/news": self.news,
            "/rehearsal/file/{file_id}": self.file,
        }
        return [Route(path, _guarded(handler), methods=["POST"]) for path, handler in posts.items()] + [
            Route(path, _guarded(handler), methods=["GET"]) for path, handler in gets.items()
        ]

    async def page(self, request: Request) -> Response:
        """Return the page, its style or its script."""
        name = request.path_params.get("name", "index.html")
        known = {path.name: path for path in FOLDER.iterdir()}
        return FileResponse(known[name]) if name in known else Response(status_code=404)

    async def news(self, request: Request) -> Response:
        """Return what changed since the page last asked."""
        asked = request.query_params
        try:
            person, revision = int(asked.get("person", 0)), int(asked.get("after", 0))
        except ValueError:
            raise acts.NotPossible("a number was expected") from None
        view = await self._news.after(person, asked.get("run", ""), revision, asked.get("known", ""))
        return JSONResponse(view)

    async def file(self, request: Request) -> Response:
        """Return a file of the chat; only pictures and PDF are shown inside the browser."""
        file = self._telegram.files.find(request.path_params["file_id"])
        if file is None:
            return Response(status_code=404)
        inside = file.mime_type in SHOWN_INSIDE
        data = await run_in_threadpool(self._telegram.files.data, file)
        return Response(
            data,
            media_type=file.mime_type if inside else "application/octet-stream",
            headers={"Content-Disposition": "inline" if inside else "attachment"},
        )

    async def join(self, request: Request) -> Response:
        """Let another patient join."""
        asked = await asked_for(request)
        name = str(asked.get("name", "")).strip()[:64] or "Patient"
        with self._telegram.changing():
            person = self._telegram.people.join(name, None, None, str(asked.get("language") or "en")[:8])
            self._telegram.messages.touched()
        return JSONResponse({"id": person.id})

    async def write(self, request: Request) -> Response:
        """Send a text, perhaps as a reply to a message."""
        asked = await asked_for(request)
        text = str(asked.get("text", "")).strip()
        if not text:
            raise acts.NotPossible("there is nothing to send")
        answers = number(asked, "answers") if asked.get("answers") else 0
        acts.send(self._telegram, self._person(request), contents.text(short_enough(text)), answers=answers)
        return _done()

    async def send_files(self, request: Request) -> Response:
        """Send files; several of one kind go as albums of ten at most."""
        person = self._person(request)
        async with request.form(max_files=100, max_part_size=1 << 20) as form:
            as_photo = form.get("as") == "photo"
            caption = contents.caption(short_enough(str(form.get("caption", "")), LONGEST_CAPTION))
            uploads = [item for item in form.getlist("files") if isinstance(item, UploadFile)]
            made = [await self._made(upload, as_photo) for upload in uploads]
        if made:
            made[0] |= caption
        photos = [content for content in made if "photo" in content]
        documents = [content for content in made if "document" in content]
        for kind in (photos, documents):
            for first in range(0, len(kind), LARGEST_ALBUM):
                group = kind[first : first + LARGEST_ALBUM]
                for content in contents.album(group) if len(group) > 1 else group:
                    acts.send(self._telegram, person, content)
        return _done()

    async def send_thing(self, request: Request) -> Response:
        """Send a sticker, a spoken message, a place or a contact."""
        make = THINGS.get(str((await asked_for(request)).get("kind")))
        if make is None:
            raise acts.NotPossible("nobody can send this")
        acts.send(self._telegram, self._person(request), make(self._telegram))
        return _done()

    async def press(self, request: Request) -> Response:
        """Press a button."""
        asked, person = await asked_for(request), self._person(request)
        acts.press(self._telegram, person, person, number(asked, "message"), str(asked.get("data", "")))
        return _done()

    async def edit(self, request: Request) -> Response:
        """Write an own text anew."""
        asked = await asked_for(request)
        content = contents.text(short_enough(str(asked.get("text", ""))))
        if not content["text"]:
            raise acts.NotPossible("there is nothing to send")
        acts.edit(self._telegram, self._person(request), number(asked, "message"), content)
        return _done()

    async def forward(self, request: Request) -> Response:
        """Forward a message of the chat to the bot."""
        acts.forward(self._telegram, self._person(request), number(await asked_for(request), "message"))
        return _done()

    async def block(self, request: Request) -> Response:
        """Block the bot, or let it write again."""
        acts.block(self._telegram, self._person(request), bool((await asked_for(request)).get("blocked")))
        return _done()

    async def begin_anew(self, request: Request) -> Response:
        """Let somebody new of the same name, with an empty chat, take the place of a person who leaves."""
        person = self._telegram.people.persons[self._person(request)]
        with self._telegram.changing():
            leave(self._telegram, person.id)
            new = self._telegram.people.join(person.first_name, person.last_name, None, person.language_code)
        return JSONResponse({"id": new.id})

    async def remove(self, request: Request) -> Response:
        """Let a person leave; somebody always stays."""
        person = self._person(request)
        if len(self._telegram.people.present) == 1:
            raise acts.NotPossible("somebody has to stay: begin anew instead")
        leave(self._telegram, person)
        return _done()

    async def speak(self, request: Request) -> Response:
        """Let a person's Telegram be in another language."""
        person, language = self._person(request), str((await asked_for(request)).get("language", ""))[:8]
        with self._telegram.changing():
            self._telegram.people.speaks(person, language)
            self._telegram.messages.touched()
        return _done()

    async def skip(self, request: Request) -> Response:
        """Move the clock ahead by hours."""
        hours = number(await asked_for(request), "hours")
        if not 1 <= hours <= MOST_HOURS:
            raise acts.NotPossible(f"choose 1 to {MOST_HOURS} hours")
        self._controls().skip(timedelta(hours=hours))
        return _done()

    async def restart(self, request: Request) -> Response:
        """Stop the bot and start it again."""
        self._controls().restart()
        return _done()

    async def _made(self, upload: UploadFile, as_photo: bool) -> contents.Content:
        data, kind = await taken(upload), upload.content_type
        if isinstance(data, Path):
            content = contents.document(self._telegram.files, upload.filename, data, kind)
            data.unlink(missing_ok=True)
            return content
        if not data:
            raise acts.NotPossible("the file is empty")
        if as_photo and kind in SHOWN_INSIDE and str(kind).startswith("image/"):
            return contents.photo(self._telegram.files, data)
        return contents.document(self._telegram.files, upload.filename, data, kind)

    def _person(self, request: Request) -> int:
        person = int(request.path_params["person"])
        if person not in {known.id for known in self._telegram.people.present}:
            raise acts.NotPossible("there is nobody with this id")
        return person


def _guarded(handler: Handler) -> Handler:
    async def answer(request: Request) -> Response:
        response = stranger(request)
        if response is None:
            try:
                response = await handler(request)
            except acts.NotPossible as problem:
                response = JSONResponse({"problem": str(problem)}, 400)
        for name, value in PAGE_HEADERS.items():
            response.headers.setdefault(name, value)
        if response.headers.get("content-type") == "application/pdf":
            del response.headers["Content-Security-Policy"]
        return response

    return answer


def _done() -> Response:
    return JSONResponse({"done": True})
