"""A small window that offers files to whoever drags from it, as a desktop's file manager does.

python3 drag-source.py X Y FILE…   The window is 40 px square, its corner at X, Y. It ends when it is killed.
"""

import pathlib
import sys

import gi

gi.require_version("Gdk", "3.0")
gi.require_version("Gtk", "3.0")
from gi.repository import Gdk, Gtk  # noqa: E402

x, y, *files = sys.argv[1:]
uris = [pathlib.Path(file).resolve().as_uri() for file in files]

# A pop-up is placed where it asks to be: there is no window manager to decide otherwise.
window = Gtk.Window(type=Gtk.WindowType.POPUP)
window.set_default_size(40, 40)
window.move(int(x), int(y))
window.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
window.drag_source_add_uri_targets()
window.connect("drag-data-get", lambda _window, _context, data, _info, _time: data.set_uris(uris))
window.show_all()
print("ready", flush=True)
Gtk.main()
