import type { Measured } from './contender/task';
import { runContender } from './contender/run';
import type { Measurement } from './measurements';
import { resultOf, type MeasurementResult } from './report/results';
import type { DataServer } from './server/start';

/** Runs the cases of a measurement in turns, so that what else the machine does meets all of them. */
export async function measure(
	measurement: Measurement,
	server: DataServer,
	certificate: string,
): Promise<MeasurementResult> {
	if (measurement.recorded === true) {
		await server.record(true);
		for (const { task } of measurement.cases) await runContender(task, certificate);
		await server.record(false);
	}
	const runs = new Map<string, Measured[]>(measurement.cases.map(({ name }) => [name, []]));
	for (let run = 0; run < (measurement.runs ?? 3); run++)
		for (const { name, task } of measurement.cases) {
			const measured = await runContender(task, certificate);
			assertRows(name, measured, runs.get(name)![0]);
			runs.get(name)!.push(measured);
		}
	return { measurement, results: measurement.cases.map(({ name }) => resultOf(name, runs.get(name)!)) };
}

function assertRows(name: string, { rows }: Measured, before: Measured | undefined): void {
	if (rows === 0 || (before !== undefined && before.rows !== rows))
		throw new Error(
			`${name} came to ${rows} rows${before === undefined ? '' : `, before to ${before.rows}`}.`,
		);
}
