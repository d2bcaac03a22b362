import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, release, totalmem, type } from 'node:os';
import { dirname, join } from 'node:path';

const require = createRequire(__filename);

/** Read from the file, since not every package lets its package.json be required. */
function versionOf(name: string): string {
	for (let folder = dirname(require.resolve(name)); ; folder = dirname(folder)) {
		try {
			const found = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
			if (found.name === name && found.version !== undefined) return found.version;
		} catch {
			// Further up.
		}
		if (folder === dirname(folder)) return 'unknown';
	}
}

/** Version of Python and its `requests`; undefined when one of them is not there. */
export function pythonVersion(): string | undefined {
	const code =
		'import requests, platform; print(f"Python {platform.python_version()}, requests {requests.__version__}")';
	try {
		return execFileSync('python3', ['-c', code], {
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'ignore'],
		}).trim();
	} catch {
		return undefined;
	}
}

/** Machine and versions, as a line each. */
export function circumstances(python: string | undefined): string[] {
	const [processor] = cpus();
	return [
		`Machine: ${cpus().length} x ${processor?.model.trim() ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}`,
		`Versions: Node ${process.versions.node}, n8n-core ${versionOf('n8n-core')}, undici ${versionOf('undici')}, zod ${versionOf('zod')}${python === undefined ? '' : `, ${python}`}`,
	];
}
