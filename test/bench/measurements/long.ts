import type { NodeTask } from '../contender/task';
import { longAnswers, type LongAnswer } from '../long-answers';
import { longAddress, type Manner } from '../server/long';
import type { Case, Measurement, Setup } from './measurement';

/** Rows of the answer that a node reads before anything is measured. */
const WARM_UP_ROWS = 20;

export const BARE_SUFFIX = ', bare loop';

/** A run of our node on a long answer. */
export function longTask(server: string, manner: Manner, answer: LongAnswer, rows: number): NodeTask {
	const { name, platform, credential, parameters } = answer;
	const options = parameters(rows).options as { pollInterval?: number } | undefined;
	const leadingTo = (size: number, way: Manner) => ({
		...credential,
		baseUrl: longAddress(server, way, name, size),
	});
	return {
		contender: 'node',
		type: platform.type,
		credentialType: platform.credentialType,
		credential: leadingTo(rows, manner),
		parameters: parameters(rows),
		binaryMode: 'filesystem',
		warmUp: parameters(WARM_UP_ROWS),
		warmUpCredential: leadingTo(WARM_UP_ROWS, 'whole'),
		waitedMs: (options?.pollInterval ?? 0) * 1000,
	};
}

export function longMeasurements({ server: { long }, shrink }: Setup): Measurement[] {
	const casesOf = (answer: LongAnswer, size: number): Case[] => {
		const rows = Math.ceil(size / shrink);
		const name = `${answer.title}: ${rows.toLocaleString('en-US')} rows`;
		const bare = `${name}${BARE_SUFFIX}`;
		const url = longAddress(long, 'whole', answer.name, rows);
		return [
			{ name: bare, task: { contender: 'long', url, name: answer.name } },
			{ name, task: longTask(long, 'whole', answer, rows), reference: bare },
		];
	};
	return Object.entries(longAnswers).map(([platform, answers]) => ({
		name: `long-${platform}`,
		title: `Long answers, to items: ${answers[0]!.platform.title}`,
		note:
			'One answer each, up to 64 MB. The bare loop receives it, parses it at once and makes rows of it, with nothing in ' +
			'between. Of reports that are jobs, the second before the first look is taken off.',
		cases: answers.flatMap((answer) => answer.sizes.flatMap((size) => casesOf(answer, size))),
	}));
}
