import { join } from 'node:path';

import { runContender, type Surroundings } from './contender/run';
import type { Measured } from './contender/task';
import type { Measurement } from './measurements';
import type { BenchOptions } from './options';
import { resultOf, type MeasurementResult } from './report/results';
import type { DataServer } from './server/start';

/** Runs the cases of a measurement in turns, so that what else the machine does meets all of them. */
export async function measure(
	measurement: Measurement,
	server: DataServer,
	{
		certificate,
		runs: asked,
		profiles,
	}: Pick<Surroundings, 'certificate'> & Pick<BenchOptions, 'runs' | 'profiles'>,
): Promise<MeasurementResult> {
	if (measurement.recorded === true) {
		await server.record(true);
		for (const { task } of measurement.cases) await runContender(task, { certificate });
		await server.record(false);
	}
	const runs = new Map<string, Measured[]>(measurement.cases.map(({ name }) => [name, []]));
	for (let run = 0; run < (asked ?? measurement.runs ?? 3); run++)
		for (const { name, task, node } of measurement.cases) {
			const file = `${measurement.name} ${name} ${run + 1}.cpuprofile`.replaceAll(/[^\w.]+/g, '-');
			const profile = profiles === undefined ? undefined : join(profiles, file);
			const measured = await runContender(task, { certificate, node, profile });
			assertRows(name, measured, runs.get(name)![0]);
			runs.get(name)!.push(measured);
		}
	const results = measurement.cases.map(({ name, reference = measurement.reference }) =>
		resultOf(name, reference, runs.get(name)!),
	);
	return { measurement, results };
}

function assertRows(name: string, { rows }: Measured, before: Measured | undefined): void {
	if (rows === 0 || (before !== undefined && before.rows !== rows))
		throw new Error(
			`${name} came to ${rows} rows${before === undefined ? '' : `, before to ${before.rows}`}.`,
		);
}
