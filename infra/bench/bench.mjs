// What `npm run bench` calls: installs what is missing, then measures on the pinned Node.
import { installPackages, runPinned } from '../install.mjs';

await installPackages(process.stdout);
runPinned('bench/main.ts', process.argv.slice(2));
