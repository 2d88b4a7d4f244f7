# The bot as an image: `docker build -t second-opinion-companion .` For what to do with it: docs/operating.md
# `--build-arg LOCK=requirements-ocr.lock` adds what reads photos and scans (then set OCR=true).

FROM python:3.13-slim-trixie AS wheels
ARG LOCK=requirements.lock
COPY ${LOCK} /requirements.lock
# Wheels only, each by its hash (there are some for amd64 and for arm64): nothing is compiled, and nothing else comes in.
RUN python -m venv --without-pip /opt/venv \
 && pip --python /opt/venv/bin/python install --no-cache-dir --disable-pip-version-check --no-deps \
      --only-binary=:all: --require-hashes -r /requirements.lock \
 && /opt/venv/bin/python -m compileall -q /opt/venv/lib

FROM python:3.13-slim-trixie
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    DATA_DIR=/data \
    LISTEN_HOST=0.0.0.0 \
    LISTEN_PORT=8080 \
    OPEN_BROWSER=false
WORKDIR /app
COPY --from=wheels /opt/venv /opt/venv
COPY bot bot
COPY dialogs dialogs
COPY content content
# What a child looks at a file with is never compiled otherwise: it may write nothing. Nor may the bot: what it makes of
# its content at the first start is made here.
RUN python -m compileall -q bot dialogs && python -m bot.start.content \
 && install -d -m 700 -o 10001 -g 10001 /data
USER 10001:10001
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8080/readyz', timeout=4)"]
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
