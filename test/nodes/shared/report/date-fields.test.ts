import { describe, expect, it } from '@jest/globals';
import type { INodePropertyOptions } from 'n8n-workflow';

import {
	dateFields,
	refuseSinceLastRun,
	SINCE_LAST_RUN,
	withoutSinceLastRun,
} from '../../../../nodes/shared/report/date-fields';
import { resolveDateRange } from '../../../../nodes/shared/report/date-range';
import { Parameters } from '../../../../nodes/shared/parameters/parameters';
import { parameterErrorOf } from '../parameters/parameter-error-of';

const choicesOf = (fields: typeof dateFields) =>
	(fields.find(({ name }) => name === 'dateRange')!.options as INodePropertyOptions[]).map(
		({ value }) => value,
	);

const parametersOf = (dateRange: string) =>
	new Parameters((name, fallback) => (name === 'dateRange' ? dateRange : fallback), dateFields);

describe('Date Range', () => {
	it('offers what can be resolved, and Since Last Run', () => {
		const choices = choicesOf(dateFields);
		expect(choices).toContain(SINCE_LAST_RUN);
		for (const dateRange of choices)
			if (dateRange !== SINCE_LAST_RUN)
				expect(
					resolveDateRange({
						dateRange: String(dateRange),
						dateFrom: '2024-01-01',
						dateTo: '2024-01-02',
						timezone: 'UTC',
						now: new Date('2024-02-15T00:00:00Z'),
					}),
				).toMatchObject({ dateTo: expect.stringMatching(/^2024-/) });
	});

	it('has no Since Last Run where nothing is delivered, not by expression either', () => {
		expect(choicesOf(dateFields.map(withoutSinceLastRun))).toEqual(
			choicesOf(dateFields).filter((value) => value !== SINCE_LAST_RUN),
		);
		expect(choicesOf(dateFields)).toContain(SINCE_LAST_RUN);
		expect(
			parameterErrorOf(() => {
				refuseSinceLastRun(parametersOf(SINCE_LAST_RUN));
			}),
		).toMatchObject({
			parameter: 'Date Range',
			message: expect.stringContaining('Date Range is Since Last Run'),
		});
		expect(() => {
			refuseSinceLastRun(parametersOf('yesterday'));
		}).not.toThrow();
	});
});
