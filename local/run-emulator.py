"""Runs MiniStack alone on its state, and only for as long as its parent lives.

The parent holds the other end of standard input. When that closes, for whatever reason, the
emulator is told to stop, so that it writes its state: a parent that was killed leaves nothing
running behind.
"""

import fcntl
import json
import os
import shutil
import signal
import sys
import threading
import time

STATE_IN_USE = 3
PATIENCE_SECONDS = 8

STATE = os.environ["STATE_DIR"]


def take_state():
    """Holds the state until this process ends; a predecessor may still be writing it."""
    os.makedirs(STATE, exist_ok=True)
    lock = open(os.path.join(STATE, ".lock"), "w")
    patient_until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return lock
        except BlockingIOError:
            if time.monotonic() > patient_until:
                sys.exit(STATE_IN_USE)
            time.sleep(0.2)


def forget_stream_positions():
    """MiniStack keeps how far each stream was read but not the stream itself: with the old
    position the first changes after a start would be skipped."""
    path = os.path.join(STATE, "lambda.json")
    if not os.path.exists(path):
        return
    with open(path) as file:
        state = json.load(file)
    state.get("payload", state).pop("dynamodb_stream_positions", None)
    with open(path + ".new", "w") as file:
        json.dump(state, file)
    os.replace(path + ".new", path)


def prepare_temporary_directory():
    """A run that was killed leaves its functions' unpacked code behind. The scripts that run
    functions are CommonJS, whatever the package around this directory says."""
    directory = os.environ["TMPDIR"]
    shutil.rmtree(directory, ignore_errors=True)
    os.makedirs(directory)
    with open(os.path.join(directory, "package.json"), "w") as file:
        file.write('{"type":"commonjs"}')


def stop_with_parent():
    while os.read(0, 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


lock = take_state()
forget_stream_positions()
prepare_temporary_directory()
threading.Thread(target=stop_with_parent, daemon=True).start()
sys.argv = ["ministack"]

from ministack.app import main  # it looks at the state as soon as it is imported

main()
