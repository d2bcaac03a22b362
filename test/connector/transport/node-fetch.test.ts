import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect, it } from '@jest/globals';

const ROOT = join(__dirname, '..', '..', '..');

it("loading the package leaves Node's own fetch to Node, also where nobody has loaded undici before", async () => {
	const script = `
		const fs = require('node:fs');
		const { n8n } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
		for (const file of [...n8n.credentials, ...n8n.nodes]) require('./' + file);
		const { Agent, getGlobalDispatcher } = require('undici');
		const dispatcher = getGlobalDispatcher();
		process.stdout.write(JSON.stringify([dispatcher !== undefined, dispatcher instanceof Agent]));`;
	const { stdout } = await promisify(execFile)(process.execPath, ['-e', script], { cwd: ROOT });
	expect(JSON.parse(stdout)).toEqual([true, false]);
});
