#!/usr/bin/python3
"""A window of WebKitGTK that a WebDriver may drive, with its data on disk: the MiniBrowser that comes along forgets all it has when it is driven.

Usage: webkit.py PROFILE PROXY. What the page says on its console goes to standard output, downloads into PROFILE.
"""

import os
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

profile, proxy = sys.argv[1:]
data = WebKit2.WebsiteDataManager(
    base_data_directory=os.path.join(profile, "data"), base_cache_directory=os.path.join(profile, "cache")
)
data.set_network_proxy_settings(WebKit2.NetworkProxyMode.CUSTOM, WebKit2.NetworkProxySettings.new(proxy, None))
context = WebKit2.WebContext(website_data_manager=data)
context.set_automation_allowed(True)

settings = WebKit2.Settings(enable_write_console_messages_to_stdout=True)
view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True, settings=settings)


def driven(_, session):
    about = WebKit2.ApplicationInfo()
    about.set_name("WebKitGTK")
    about.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
    session.set_application_info(about)
    session.connect("create-web-view", lambda _: view)


def keep(download, name):
    download.set_destination("file://" + os.path.join(profile, name))
    return True


context.connect("automation-started", driven)
context.connect("download-started", lambda _, download: download.connect("decide-destination", keep))
window = Gtk.Window(default_width=1440, default_height=900)
window.add(view)
window.connect("destroy", Gtk.main_quit)
window.show_all()
Gtk.main()
