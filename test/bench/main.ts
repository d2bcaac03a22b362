import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { nodeBinary } from '../host/install/npm';
import { selfSigned } from '../support/self-signed';
import { hasBasePackage, WITHOUT_BASE_PACKAGE } from './contender/base-package';
import { measure } from './measure';
import { allMeasurements, type OtherNode } from './measurements';
import { readOptions, USAGE, type BenchOptions } from './options';
import { circumstances, pythonVersion } from './report/circumstances';
import { documentOf } from './report/document';
import { selfTimes } from './report/self-times';
import { Results, type MeasurementResult } from './report/results';
import { slopeOf } from './report/slope';
import { tableOf, targetsTable } from './report/table';
import { targetsOf } from './report/targets';
import { DataServer } from './server/start';

const DOCUMENT = join(__dirname, '..', '..', 'docs', 'benchmarks.md');
const WITHOUT_PYTHON =
	'The sample loop is not there to compare with: python3 with `requests` is not installed.';
const NODES = [20, 24] as const;
/** What `--quick` divides numbers of rows by. */
const QUICK = 10;

async function bench({ only, quick, runs, profiles }: BenchOptions, folder: string): Promise<void> {
	const started = new Date();
	const certificate = join(folder, 'certificate.pem');
	writeFileSync(certificate, selfSigned.cert);
	if (profiles !== undefined) mkdirSync(profiles, { recursive: true });
	const python = pythonVersion();
	const missing = [
		...(hasBasePackage() ? [] : [WITHOUT_BASE_PACKAGE]),
		...(python === undefined ? [WITHOUT_PYTHON] : []),
	];
	const otherNode = await otherNodeOf(process.versions.node).catch((error: unknown) => {
		missing.push(error instanceof Error ? error.message : String(error));
		return undefined;
	});
	for (const line of missing) console.log(line);
	const server = await DataServer.start();
	try {
		const measurements = allMeasurements({
			otherNode,
			server: server.info,
			shrink: quick ? QUICK : 1,
			hasPython: python !== undefined,
			hasBasePackage: hasBasePackage(),
		});
		const chosen = measurements.filter(
			({ name }) => only.length === 0 || only.some((beginning) => name.startsWith(beginning)),
		);
		if (chosen.length === 0)
			throw new Error(
				`There is no such measurement. There are: ${measurements.map(({ name }) => name).join(', ')}`,
			);
		const done: MeasurementResult[] = [];
		const isWhole = only.length === 0 && !quick && runs === undefined;
		for (const measurement of chosen) {
			const result = await measure(measurement, server, { certificate, runs, profiles });
			done.push(result);
			const lines = [`${measurement.name}: ${measurement.title}`, ...tableOf(result), '', ...slopeOf(result)];
			console.log(`\n${lines.join('\n')}`);
			// Each time anew: a run that somebody ends leaves what was measured until then, the rest as not measured.
			if (isWhole) writeDocument(done, started, python, missing);
		}
		const targets = targetsOf(new Results(done));
		console.log(`\n${targetsTable(targets.filter(({ met }) => met !== undefined)).join('\n')}`);
		if (profiles !== undefined) console.log(selfTimes(profiles).join('\n'));
		if (isWhole) console.log('\nWritten to docs/benchmarks.md');
	} finally {
		server.close();
	}
}

/** The other one of those that n8n runs on, from the cache of the tests of whole n8ns. */
async function otherNodeOf(version: string): Promise<OtherNode> {
	const major = version.startsWith(`${NODES[0]}.`) ? NODES[1] : NODES[0];
	return { name: `Node ${major}`, path: await nodeBinary(major, console.log) };
}

function writeDocument(
	done: readonly MeasurementResult[],
	started: Date,
	python: string | undefined,
	missing: readonly string[],
): void {
	const results = new Results(done);
	const minutes = ((Date.now() - started.getTime()) / 60_000).toFixed(0);
	const when = `Date: ${started.toISOString().slice(0, 10)}, ${minutes} minutes`;
	const lines = [when, ...circumstances(python)];
	writeFileSync(DOCUMENT, documentOf(results, targetsOf(results), { lines, missing }));
}

async function main(): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-ru-ads-bench-'));
	try {
		await bench(readOptions(process.argv.slice(2)), folder);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		console.error(USAGE);
		process.exitCode = 1;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

void main();
