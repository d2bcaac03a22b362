import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { systemClock } from '../../connector/clock';
import { UndiciTransport } from '../../connector/transport';
import { Asker, MOST_REQUESTS } from './ask';
import { moscowDay } from './platforms/days';
import { livePlatforms } from './platforms';
import type { LivePlatform } from './probe';
import { reportOf, countsOf } from './report';
import { findOut } from './run';

const { version } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as {
	version: string;
};

/** `npm run live -- <platform>`: asks a live account what the sheets do not know for certain. */
async function main(): Promise<void> {
	const [, , key = ''] = process.argv;
	const platform = livePlatforms.find((one) => one.key === key);
	if (platform === undefined) {
		fail(`Usage: npm run live -- ${livePlatforms.map((one) => one.key).join(' | ')}`);
		return;
	}
	const values = valuesOf(platform, process.env);
	const missing = Object.entries(platform.environment).filter(([name]) => values[name] === undefined);
	if (missing.length > 0) {
		const wanted = missing.map(([, { name, holds }]) => `  ${name}: ${holds}`).join('\n');
		fail(`Set in the environment, not on the command line, where others could read it:\n${wanted}`);
		return;
	}
	const orders = platform.readsByPost.length > 0 ? ', and order one small report' : '';
	console.log(
		`${platform.title}: at most ${MOST_REQUESTS} requests, one a second, so this takes about half a minute. They read${orders}; nothing is changed.\n`,
	);
	const stop = new AbortController();
	process.once('SIGINT', () => {
		stop.abort();
	});
	const asker = new Asker(
		platform,
		values as Record<string, string>,
		new UndiciTransport(),
		systemClock,
		stop.signal,
	);
	const findings = await findOut(platform, asker);
	const { title, sheet } = platform;
	const report = reportOf(findings, { title, sheet, version, requests: asker.sent, day: moscowDay(0) });
	const file = `live-${platform.key}.md`;
	writeFileSync(file, report);
	console.log(report);
	console.log(`${countsOf(findings)}. Written to ${file}, which can be attached to an issue.`);
}

function valuesOf(
	{ environment }: LivePlatform,
	given: NodeJS.ProcessEnv,
): Readonly<Record<string, string | undefined>> {
	return Object.fromEntries(
		Object.entries(environment).map(([name, { name: variable, fallback }]) => [
			name,
			valueOf(given[variable]) ?? fallback,
		]),
	);
}

function valueOf(text = ''): string | undefined {
	return text.trim() === '' ? undefined : text.trim();
}

function fail(message: string): void {
	console.error(message);
	process.exitCode = 1;
}

void main();
