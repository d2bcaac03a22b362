import type { NodeTask } from '../contender/task';
import { longAnswer, longAnswers } from '../long-answers';
import type { Manner } from '../server/long';
import { longTask } from './long';
import type { Case, Measurement, Setup } from './measurement';
import { rawReport } from './raw-report';

/** Enough for the first request to be under way, or to have failed. */
const SOON_MS = 500;

/** Behind the first look at a job, which comes after a second. */
const POLLING_MS = 1500;

const FILE_ROWS = 500_000;
const JOB_ROWS = 5_000_000;

export function stopMeasurements({ server: { long, tls }, shrink }: Setup): Measurement[] {
	const stop = (name: string, task: NodeTask, stopAfterMs?: number): Case => ({
		name,
		task: { ...task, contender: 'stop', stopAfterMs },
	});
	const largest = (name: string, manner: Manner): NodeTask => {
		const answer = longAnswer(name);
		return longTask(long, manner, answer, Math.ceil(answer.sizes.at(-1)! / shrink));
	};
	const page = 'targetads-compact';
	const toFile = { output: 'file', fileFormat: 'csv' };
	return [
		{
			name: 'stop',
			title: 'Stop: until the execution has ended',
			note:
				'From when Stop is due to the end of the execution. Long answers are stopped after 15, 30, 45, 60 and 75% of their ' +
				'time, in whatever phase that is: receiving, parsing or handing on. "Most work" is the processor time from when Stop is ' +
				'heard, which nothing else on the machine adds to.',
			cases: [
				stop('Waiting for a retry', largest(page, 'refused'), SOON_MS),
				stop('Waiting for a permit', largest(page, 'limited'), SOON_MS),
				stop('Receiving (half of an answer has come)', largest(page, 'stalling'), SOON_MS),
				stop('Polling a job', largest('promopages-report', 'pending'), POLLING_MS),
				stop('Decompressing an answer', largest(page, 'gzip')),
				stop(
					'Decompressing a job file, to a file',
					rawReport(tls, JOB_ROWS / shrink, { delivery: 'job', options: { pollInterval: 1 }, ...toFile }),
				),
				stop(
					'Writing a file',
					rawReport(tls, FILE_ROWS / shrink, { ...toFile, options: { pageSize: 10_000 } }),
				),
				...Object.values(longAnswers)
					.flat()
					.map(({ name, title }) => stop(title, largest(name, 'whole'))),
			],
			runs: 1,
		},
	];
}
