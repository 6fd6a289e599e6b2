/** What the browser is told of our environment: a page that breaks out of the renderer shall find no token there. */

type Env = Readonly<Record<string, string | undefined>>;

/** What Chromium and its libraries need on Linux, macOS and Windows; everything else is nobody's business. */
const NEEDED = [
  /^(PATH|HOME|USER|LOGNAME|LANG|LANGUAGE|LC_\w+|TZ|TMPDIR|TEMP|TMP|XDG_\w+|FONTCONFIG_\w+|LD_LIBRARY_PATH|NIX_LD\w*)$/,
  /^(CHROME_DEVEL_SANDBOX|SNAP|SNAP_\w+|__CF_USER_TEXT_ENCODING)$/,
  /^(SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT|APPDATA|LOCALAPPDATA|ALLUSERSPROFILE|PROGRAMDATA|USERPROFILE)$/,
  /^(USERNAME|HOMEDRIVE|HOMEPATH|PROCESSOR_\w+|NUMBER_OF_PROCESSORS|OS|(COMMON)?PROGRAM(FILES|W6432)(\(X86\))?)$/,
];

/** And what it takes to show a window on Linux. */
const SCREEN = /^(DISPLAY|WAYLAND_DISPLAY|XAUTHORITY|DBUS_SESSION_BUS_ADDRESS)$/;

export function browserEnvironment(env: Env, isHeaded = false): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(env)) {
    // Windows does not care about the case of names.
    const isNeeded = (isHeaded ? [...NEEDED, SCREEN] : NEEDED).some((pattern) => pattern.test(name.toUpperCase()));
    if (value !== undefined && isNeeded) kept[name] = value;
  }
  return kept;
}
