/** Builds dist/ of StrykerJS's copy, whose sources hold all mutants at once: neither type-checked nor minded by lint. */
import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { transformFileSync } from '@swc/core';

const options = {
	jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2022' },
	module: { type: 'commonjs', ignoreDynamic: true },
};

for (const room of ['connector', 'nodes', 'credentials'])
	for (const entry of readdirSync(room, { withFileTypes: true, recursive: true })) {
		if (!entry.isFile()) continue;
		const file = join(entry.parentPath, entry.name);
		const target = join('dist', file);
		mkdirSync(dirname(target), { recursive: true });
		if (file.endsWith('.ts'))
			writeFileSync(target.replace(/ts$/, 'js'), transformFileSync(file, options).code);
		else cpSync(file, target);
	}

// StrykerJS looks for it in all folders, and fails where one of them goes away meanwhile, as dist/ does when it is built.
symlinkSync(join('..', '..', '..', '..', 'node_modules'), 'node_modules', 'junction');
