import { type Asker, Spent } from './ask';
import type { Known, LiveAnswer, LivePlatform, Probe, Question } from './probe';
import { statusOf } from './words';

export type Verdict = 'as believed' | 'otherwise' | 'found' | 'could not be asked';

export interface Finding {
	readonly probe: string;
	readonly about: string;
	readonly sheet: string;
	readonly verdict: Verdict;
	/** What was found, or why it could not be asked. */
	readonly words: string;
	readonly believed: readonly string[];
}

/** Polls of a report that is being made. */
const MOST_POLLS = 3;

/** Asks all that there is to ask, one after another. A refused token or a 429 ends it: nothing is forced. */
export async function findOut({ probes }: LivePlatform, asker: Asker): Promise<Finding[]> {
	const known: Known = new Map();
	const findings: Finding[] = [];
	let ended: string | undefined;
	for (const [index, probe] of probes.entries()) {
		const request = probe.request(known);
		const answer = ended ?? (typeof request === 'string' ? request : await answerTo(asker, probe, request));
		findings.push(...probe.questions.map((question) => findingOf(probe, question, answer)));
		if (typeof answer === 'string') {
			if (index === 0) ended ??= 'the first request had no answer';
			continue;
		}
		probe.learn?.(answer, known);
		if (answer.status === 429) ended = 'the platform asked to wait (HTTP 429)';
		if (index === 0 && (answer.status === 401 || answer.status === 403)) ended = 'the token was refused';
	}
	return findings;
}

async function answerTo(
	asker: Asker,
	{ until }: Probe,
	request: Parameters<Asker['ask']>[0],
): Promise<LiveAnswer | string> {
	try {
		let answer = await asker.ask(request);
		for (let polls = 1; until?.(answer) === false && polls < MOST_POLLS; polls++)
			answer = await asker.ask(request);
		return answer;
	} catch (error) {
		if (error instanceof Spent) return 'the requests of this run are used up';
		// Its message may name the address; its class is what the report can hold.
		return `no answer (${error instanceof Error ? error.constructor.name : 'error'})`;
	}
}

function findingOf(
	{ key, expects = [200] }: Probe,
	{ about, sheet, found, believed = [] }: Question,
	answer: LiveAnswer | string,
): Finding {
	const list = typeof believed === 'string' ? [believed] : believed;
	const finding = { probe: key, about, sheet, believed: list };
	if (typeof answer === 'string') return { ...finding, verdict: 'could not be asked', words: answer };
	if (found !== statusOf && !expects.includes(answer.status))
		return { ...finding, verdict: 'could not be asked', words: `answered by ${statusOf(answer)}` };
	const words = found(answer);
	if (words === undefined)
		return { ...finding, verdict: 'could not be asked', words: 'this answer does not tell' };
	if (list.length === 0) return { ...finding, verdict: 'found', words };
	return { ...finding, verdict: list.includes(words) ? 'as believed' : 'otherwise', words };
}
