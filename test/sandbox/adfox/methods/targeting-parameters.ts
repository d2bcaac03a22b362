import {
	clock,
	clockWithSeconds,
	day,
	flag,
	integer,
	jsonObject,
	oneOf,
	required,
	text,
} from '../classic/checks';
import type { Method, Parameters } from '../classic/method';

type Numbered = NonNullable<Method['numbered']>;

export interface Targeting {
	readonly parameters: Parameters;
	readonly numbered?: Numbered;
}

const limit = integer(1);

/** Sheet, 2.8. */
const FREQUENCY: Parameters = {
	maxUniqueImpressions: limit,
	maxUniqueClicks: limit,
	minUniqueImpressions: limit,
	avgUniqueImpressions: limit,
	datePeriod: day,
	frequencyTypeImpressions: oneOf('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'),
	frequencyTypeClicks: oneOf('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'),
	uniquePeriodImpressions: clock,
	uniquePeriodClicks: clock,
	impressionsPerPeriod: integer(0),
	clicksPerPeriod: integer(0),
	minimalPeriodImpressions: clockWithSeconds,
	minimalPeriodClicks: clockWithSeconds,
};

const VALUES: Numbered = [[/^v(0|[1-9]\d*)$/, flag]];

/** `criteriaId` in `campaign/target`, `criteriaID` elsewhere (7.2, 7). */
export function targetingsOf(object: string, action: string): Readonly<Record<string, Targeting>> {
	const criterion = object === 'campaign' && action === 'target' ? 'criteriaId' : 'criteriaID';
	return {
		targetingFrequency: { parameters: FREQUENCY },
		targetingGeobase: {
			parameters: { geo: required(flag), global: oneOf('0', '1', '2'), regions: jsonObject },
		},
		targetingUser: { parameters: { [criterion]: required(integer(1, 63)) }, numbered: VALUES },
		targetingTime: {
			parameters: { isClientTime: flag },
			numbered: [
				[/^impressionsPer(Hour)?[1-7]$/, integer(0)],
				[/^hour(1?\d|2[0-3])day[1-7]$/, flag],
			],
		},
		targetingUrl: {
			parameters: { templateType: text, targetingUrlOn: text, targetingUrlOff: text },
		},
	};
}
