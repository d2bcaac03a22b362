import type { Clock } from '../../../../connector/clock';
import { dateFields } from '../../../../nodes/shared/report/date-fields';
import { resolveDateRange, type FixedRange } from '../../../../nodes/shared/report/date-range';
import { parametersOf } from '../parameters/parameters-of';

export const MOSCOW = 'Europe/Moscow';

export interface When {
	readonly now?: Date | string;
	/** Of the report, and of the platform. */
	readonly timezone?: string;
	readonly platform?: string;
}

/** The days that a range stands for, and what is said about them. */
export function told(
	range: FixedRange,
	{ now = '2024-06-01T12:00:00Z', timezone = MOSCOW, platform = timezone }: When = {},
	parameters: Readonly<Record<string, unknown>> = {},
) {
	const remarks: string[] = [];
	const window = resolveDateRange(range, timezone, {
		parameters: parametersOf(parameters, dateFields),
		clock: { now: () => new Date(now).getTime() } as Clock,
		timezone: platform,
		observe: (event) => {
			if (event.type === 'remark') remarks.push(event.text);
		},
	});
	return { window, remarks };
}
