import type { Known, LiveAnswer, Question } from '../../probe';
import { at, fieldsOf, status } from '../../words';

/** Of VK Ads; myTarget has campaigns in their place. */
export const objectsOf = (known: Known) => known.get('objects') ?? 'ad_plans';

/** The three forms in which errors were met (sheet 1.8, 3.0.5), and what stands in them. */
export function formOfError({ json }: LiveAnswer): string {
	const error = at(json, 'error');
	if (typeof error === 'string') return 'error as text';
	if (error !== undefined) return `error with ${fieldsOf(error)}`;
	return fieldsOf(json);
}

export const refusedOrNot = (about: string, sheet: string): readonly Question[] => [
	status(about, sheet),
	{
		about: `form of the answer to it: ${about}`,
		sheet,
		found: (answer) => (answer.status < 400 ? 'no refusal' : formOfError(answer)),
	},
];

export const REFUSALS = [200, 400, 403, 404];
