/**
 * Puts what a `.env` file says into the environment; what is set already stays.
 * @returns what is wrong with the file and what to do, or null; that there is none is the usual case
 */
export function loadDotEnv(path: string): string | null {
  try {
    process.loadEnvFile(path);
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    if (code === 'ENOENT') return null;
    return `${path} is there but can't be read (${code}): it must be a text file with lines such as SLACK_CHANNEL=C012AB3CD, readable by the user who runs Earshot (chmod 600 ${path}).`;
  }
}
