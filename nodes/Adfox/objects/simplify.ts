import type { INodeProperties } from 'n8n-workflow';

import type { Page, Row } from '../../../connector/rows';

export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** Counters, which are all that is known to be a number; names such as `impressionsMethodID` are not. */
const COUNTER = /^(impressions|clicks|loads)(?!.*ID$)/;
const NUMBER = /^-?\d{1,15}(\.\d+)?$/;

/** Turns counters into numbers. Everything else stays text, because codes and ids may begin with zeros (sheet 7.1). */
export function withNumbers(page: Page): Page {
	return page.map((row) => {
		const simplified: Row = { ...row };
		for (const [name, value] of Object.entries(row))
			if (typeof value === 'string' && COUNTER.test(name) && NUMBER.test(value))
				simplified[name] = Number(value);
		return simplified;
	});
}
