import { adfoxAnswers } from './adfox';
import type { LongAnswer } from './long-answer';
import { myTargetAnswers } from './mytarget';
import { promoPagesAnswers } from './promopages';
import { targetAdsAnswers } from './targetads';

export type { LongAnswer } from './long-answer';

/** By platform, whose name is that of the measurement. */
export const longAnswers: Readonly<Record<string, readonly LongAnswer[]>> = {
	targetads: targetAdsAnswers,
	mytarget: myTargetAnswers,
	promopages: promoPagesAnswers,
	adfox: adfoxAnswers,
};

const byName = new Map(
	Object.values(longAnswers)
		.flat()
		.map((answer) => [answer.name, answer]),
);

/** @throws Error when there is no such answer */
export function longAnswer(name: string): LongAnswer {
	const found = byName.get(name);
	if (found === undefined) throw new Error(`There is no long answer "${name}".`);
	return found;
}
