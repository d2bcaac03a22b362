import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { selfSigned } from '../support/self-signed';
import { hasBasePackage, WITHOUT_BASE_PACKAGE } from './contender/base-package';
import { measure } from './measure';
import { allMeasurements } from './measurements';
import { readOptions, USAGE, type BenchOptions } from './options';
import { circumstances, pythonVersion } from './report/circumstances';
import { documentOf } from './report/document';
import { Results, type MeasurementResult } from './report/results';
import { slopeOf, tableOf, targetsTable } from './report/table';
import { targetsOf } from './report/targets';
import { DataServer } from './server/start';

const DOCUMENT = join(__dirname, '..', '..', 'docs', 'benchmarks.md');
const WITHOUT_PYTHON =
	'The sample loop is not there to compare with: python3 with `requests` is not installed.';
/** What `--quick` divides numbers of rows by. */
const QUICK = 10;

async function bench({ only, quick }: BenchOptions, folder: string): Promise<void> {
	const started = new Date();
	const certificate = join(folder, 'certificate.pem');
	writeFileSync(certificate, selfSigned.cert);
	const python = pythonVersion();
	const missing = [
		...(hasBasePackage() ? [] : [WITHOUT_BASE_PACKAGE]),
		...(python === undefined ? [WITHOUT_PYTHON] : []),
	];
	for (const line of missing) console.log(line);
	const server = await DataServer.start();
	try {
		const measurements = allMeasurements({
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
		const isWhole = only.length === 0 && !quick;
		for (const measurement of chosen) {
			const result = await measure(measurement, server, certificate);
			done.push(result);
			const lines = [`${measurement.name}: ${measurement.title}`, ...tableOf(result), '', ...slopeOf(result)];
			console.log(`\n${lines.join('\n')}`);
			// Each time anew: a run that somebody ends leaves what was measured until then, the rest as not measured.
			if (isWhole) writeDocument(done, started, python, missing);
		}
		const targets = targetsOf(new Results(done));
		console.log(`\n${targetsTable(targets.filter(({ met }) => met !== undefined)).join('\n')}`);
		if (isWhole) console.log('\nWritten to docs/benchmarks.md');
	} finally {
		server.close();
	}
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
