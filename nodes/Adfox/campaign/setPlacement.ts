import type { NameAndValue } from '../../../connector/client';
import { onOne } from '../../shared/operations/object-resource';
import { choiceField } from '../../shared/parameters/choice-field';
import { locatorId } from '../../shared/parameters/locator';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { AdfoxApi } from '../api';
import { campaign } from '../catalogue/campaign';
import { LIMITS } from '../catalogue/values';
import { kinds } from '../objects/kinds';
import { displayNameOf } from '../catalogue/words';
import { additionalFields, kindField, parameterCollection } from '../objects/parameter-fields';
import { sentValues } from '../objects/sent-values';
import { outcomeOf, write } from '../objects/write';

const { placing } = campaign;

const placedOn = choiceField({
	displayName: 'Place It On',
	name: 'actionObject',
	type: 'options',
	options: [
		{ name: 'Place', value: 'place' },
		{ name: 'Site', value: 'website' },
		{ name: 'Zone', value: 'zone', description: 'A section of a site' },
	],
	default: 'website',
});

/** The method for websites has all parameters of the others. */
const optional = placing.website.parameters.filter((parameter) => !parameter.required);

/** Puts a campaign on a site, section or place, or takes it off. It does not reach places added later (sheet 7.2). */
export const setPlacement = onOne<AdfoxApi>(kindField(kinds.campaign), {
	name: 'Set Placement',
	value: 'setPlacement',
	description: 'Switch a campaign on or off on a site, a section or a place',
	action: 'Set the placement of a campaign',
	writes: true,
	fields: [
		placedOn.field,
		{
			displayName: 'Site, Zone or Place ID',
			name: 'actionObjectID',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 427',
		},
		{
			displayName: 'Placement',
			name: 'actionStatus',
			type: 'options',
			options: [
				{ name: 'Off', value: 0 },
				{ name: 'On', value: 1 },
			],
			default: 1,
			description: 'Places that are added to the site or zone later are not included',
		},
		parameterCollection(additionalFields, optional, ['dateStart', 'dateEnd']),
	],
	async row(run, id) {
		const { parameters } = run;
		const actionObject = placedOn.read(parameters);
		const own = ['objectID', 'actionObjectID', 'actionStatus'];
		const more = sentValues(run, additionalFields.name, optional, own);
		if (actionObject !== 'website') refuseLimitsOfSites(actionObject, more);
		const sent: NameAndValue[] = [
			['objectID', id],
			['actionObjectID', parameters.id('actionObjectID')],
			['actionStatus', statusOf(parameters.value('actionStatus'))],
			...more,
		];
		const check = `Look with API Request, campaign/info/placement, objectID ${id}, what it is like now before you run this again.`;
		return outcomeOf(await write(run, placing[actionObject], sent, check), id, { success: true });
	},
});

/** @throws {ParameterError} a limit that zones and places do not have, and that the platform would pass over */
function refuseLimitsOfSites(actionObject: string, sent: readonly NameAndValue[]): void {
	const limits = sent.map(([name]) => name).filter((name) => LIMITS.some((limit) => limit.name === name));
	if (limits.length === 0) return;
	throw new ParameterError(
		additionalFields.displayName,
		`${limits.map(displayNameOf).join(', ')}: only a site takes that, not a ${actionObject}.`,
		`Remove it from ${additionalFields.displayName}, or place the campaign on a site.`,
	);
}

function statusOf(value: unknown): string {
	if (typeof value === 'boolean') return value ? '1' : '0';
	return locatorId(value);
}
