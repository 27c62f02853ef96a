#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# wall_service.sh PROGRAM UNIT FOLDER: the wall under a service manager of its own (systemd --user), in a namespace where
# it sees nothing of the machine's; run by `unshare -rm`. The wall is steered to another scene, made to hang, and looked
# at when the manager has started it again. Says NAME=VALUE, a line each.
program=$1 unit=$2 folder=$3
mount -t tmpfs tmpfs /run && mkdir -p /run/systemd/system /run/user/0 && chmod 700 /run/user/0 || exit 77
export XDG_RUNTIME_DIR=/run/user/0 HOME="$folder" XDG_CONFIG_HOME="$folder/config" XDG_DATA_HOME="$folder/data"
unset DBUS_SESSION_BUS_ADDRESS XDG_DATA_DIRS
mkdir -p "$folder/config/systemd/user" "$folder/.config/cityops"
sed "s#/usr/bin/cityops#$program#" "$unit" >"$folder/config/systemd/user/cityops-wall@.service"
echo "CITYOPS_WALL_WORDS=--demo --speed 0" >"$folder/.config/cityops/wall-eoc"

property() { systemctl --user show --property="$1" --value cityops-wall@eoc; }
# Asks again until the answer is there, for at most SECONDS.
await() { # SECONDS COMMAND...
    left=$(($1 * 10)); shift
    until "$@"; do left=$((left - 1)); [ "$left" -gt 0 ] || return 1; sleep 0.1; done
}
milliseconds() { date +%s%3N; }
managed() { systemctl --user is-system-running >/dev/null 2>&1 || systemctl --user list-units >/dev/null 2>&1; }
steered() { "$program" wall eoc "1 show alerts" 2>/dev/null | grep -q '^1 alerts'; }
back() { [ "$(property NRestarts)" = 1 ] && [ "$(property ActiveState)" = active ]; }

systemd=/usr/lib/systemd/systemd
[ -x $systemd ] || systemd=/lib/systemd/systemd
$systemd --user --log-target=console >"$folder/manager.log" 2>&1 &
manager=$!
trap 'systemctl --user stop cityops-wall@eoc; kill $manager; wait $manager' EXIT
await 15 managed || { tail -3 "$folder/manager.log"; exit 77; }
systemctl --user import-environment CITYOPS_RESOURCES QT_QPA_PLATFORM TZ LC_ALL XDG_DATA_HOME
systemctl --user start cityops-wall@eoc || exit 1
echo "state=$(property ActiveState)"
await 60 steered || exit 1
hung=$(milliseconds)
kill -STOP "$(property MainPID)"
await 30 back || exit 1
echo "hang=$(($(milliseconds) - hung))"
echo "scene=$("$program" wall eoc "1 state")"
