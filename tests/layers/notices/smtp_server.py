#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# A mail server for mail_test (python3-aiosmtpd): prints "port N", then a JSON object a message, until its input ends.
# smtp_server.py MODE [CERTIFICATE KEY]; MODE: plain, starttls, tls, login (STARTTLS and a password), refuse, busy, slow.
import email, email.policy, json, socket, ssl, sys, time
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

mode = sys.argv[1]
context = None
if len(sys.argv) > 3:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[2], sys.argv[3])


def say(value):
    print(json.dumps(value, ensure_ascii=False), flush=True)


def login(server, session, envelope, mechanism, data):
    good = data.login == b"alarms" and data.password == "geheim ä".encode()
    return AuthResult(success=good, handled=good)


class Handler:
    busy = 1

    async def handle_RCPT(self, server, session, envelope, address, options):
        if mode == "refuse" or address.startswith("nobody@"):
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if mode == "busy" and Handler.busy > 0:
            Handler.busy -= 1
            return "451 come back later"
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        body = message.get_body().get_content()
        files = [{"name": part.get_filename(), "type": part.get_content_type(), "bytes": len(part.get_payload(decode=True))}
                 for part in message.iter_attachments()]
        say({"from": envelope.mail_from, "to": envelope.rcpt_tos, "subject": message["Subject"], "date": message["Date"], "text": body, "files": files,
             "tls": session.ssl is not None or mode == "tls", "login": session.authenticated})
        return "250 taken"


class Server(Controller):
    def factory(self):
        encrypted = mode in ("starttls", "login")
        return SMTP(self.handler, tls_context=context if encrypted else None, require_starttls=encrypted,
                    auth_required=mode == "login", authenticator=login, auth_require_tls=True, hostname="test")


if mode == "slow":  # Takes the line and says nothing.
    listener = socket.create_server(("127.0.0.1", 0))
    print("port", listener.getsockname()[1], flush=True)
    sys.stdin.read()
else:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = Server(Handler(), hostname="127.0.0.1", port=port, ssl_context=context if mode == "tls" else None)
    server.start()
    print("port", port, flush=True)
    sys.stdin.read()
    server.stop()
