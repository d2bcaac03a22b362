import type { NameAndValue } from '../../../connector/client';
import { onOne } from '../../shared/operations/object-resource';
import type { AdfoxApi } from '../api';
import { bannerFrequency, FREQUENCY } from '../catalogue/targeting';
import { kinds } from '../objects/kinds';
import { additionalFields, kindField, parameterCollection } from '../objects/parameter-fields';
import { sentValues } from '../objects/sent-values';
import { outcomeOf, write } from '../objects/write';

const USUAL = ['maxUniqueImpressions', 'maxUniqueClicks', 'impressionsPerPeriod', 'frequencyTypeImpressions'];

/** How often one person sees a banner: `banner/target/targetingFrequency` (seed, sheet 2.8). */
export const setFrequency = onOne<AdfoxApi>(kindField(kinds.banner), {
	name: 'Set Frequency',
	value: 'setFrequency',
	description: 'Limit how often one person sees or clicks a banner',
	action: 'Set the frequency of a banner',
	writes: true,
	fields: [
		{
			displayName: 'Override',
			name: 'isRedefined',
			type: 'boolean',
			default: true,
			description:
				'Whether the banner has limits of its own, rather than those of its campaign and placement',
		},
		parameterCollection(additionalFields, FREQUENCY, USUAL),
	],
	async row(run, id) {
		const { parameters } = run;
		const sent: NameAndValue[] = [
			['objectID', id],
			['isRedefined', parameters.flag('isRedefined') ? '1' : '0'],
			...sentValues(run, additionalFields.name, FREQUENCY, ['objectID', 'isRedefined']),
		];
		const check = `Look with API Request, banner/info/targeting, objectID ${id}, what it is like now before you run this again.`;
		return outcomeOf(await write(run, bannerFrequency, sent, check), id, { success: true });
	},
});
