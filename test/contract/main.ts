import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { contractFolder, currentContracts } from './contracts';

/** `npm run contract`: writes contract/ anew. Whoever commits the difference changes what users' workflows depend on. */
rmSync(contractFolder, { recursive: true, force: true });
mkdirSync(contractFolder);
for (const [file, text] of currentContracts()) writeFileSync(join(contractFolder, file), text);
