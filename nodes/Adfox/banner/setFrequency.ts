import type { NameAndValue } from '../../../connector/client';
import type { SingleOperation } from '../../shared/operations/operation';
import type { AdfoxApi } from '../api';
import { bannerFrequency, FREQUENCY } from '../catalogue/targeting';
import { additionalFields } from '../objects/create';
import { kindIdField } from '../objects/get';
import { readId } from '../objects/id-field';
import type { ObjectKind } from '../objects/kind';
import { customParameters, parameterCollection } from '../objects/parameter-fields';
import { sentValues } from '../objects/sent-values';
import { outcomeOf, write } from '../objects/write';

/** How often one person sees a banner: `banner/target/targetingFrequency` (seed, sheet 2.8). */
export function setFrequency(kind: ObjectKind): SingleOperation<AdfoxApi> {
	return {
		name: 'Set Frequency',
		value: 'setFrequency',
		description: 'Limit how often one person sees or clicks a banner',
		action: 'Set the frequency of a banner',
		gives: 'items',
		writes: true,
		fields: [
			kindIdField(kind),
			{
				displayName: 'Override',
				name: 'isRedefined',
				type: 'boolean',
				default: true,
				description:
					'Whether the banner has limits of its own, rather than those of its campaign and placement',
			},
			parameterCollection(additionalFields, FREQUENCY, [customParameters]),
		],
		async *rows(run) {
			const { parameters } = run;
			const id = readId(parameters, 'id');
			const sent: NameAndValue[] = [
				['objectID', id],
				['isRedefined', parameters.flag('isRedefined') ? '1' : '0'],
				...sentValues(parameters, 'additionalFields', FREQUENCY),
			];
			const check = `Look with API Request, banner/info/targeting, objectID ${id}, what it is like now before you run this again.`;
			const answer = await write(run, bannerFrequency, sent, check);
			yield [outcomeOf(answer, id, { success: true })];
		},
	};
}
