// Packages of a Debian or Ubuntu, for whoever may install them: root, or who may become it without a password.

import { spawnSync } from 'node:child_process';

export function aptInstall(...packages: string[]): void {
  const install = `apt-get update && env DEBIAN_FRONTEND=noninteractive apt-get install -y ${packages.join(' ')}`;
  const run = (...command: string[]) =>
    spawnSync(command[0] ?? '', command.slice(1), { stdio: 'inherit' }).status === 0;
  if (!run('sh', '-c', install)) run('sudo', '-n', 'sh', '-c', install);
}
