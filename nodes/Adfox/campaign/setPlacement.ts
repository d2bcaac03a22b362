import type { NameAndValue } from '../../../connector/client';
import type { SingleOperation } from '../../shared/operations/operation';
import { locatorId } from '../../shared/parameters/locator';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { AdfoxApi } from '../api';
import { campaign } from '../catalogue/campaign';
import { LIMITS } from '../catalogue/limits';
import { additionalFields } from '../objects/create';
import { displayNameOf } from '../objects/display-name';
import { kindIdField } from '../objects/get';
import { readId } from '../objects/id-field';
import type { ObjectKind } from '../objects/kind';
import { customParameters, parameterCollection } from '../objects/parameter-fields';
import { sentValues } from '../objects/sent-values';
import { outcomeOf, write } from '../objects/write';

const { placing } = campaign;
const OBJECTS = ['website', 'zone', 'place'] as const;

/** The method for websites has all parameters of the others. */
const optional = placing.website.parameters.filter((parameter) => !parameter.required);

/** Puts a campaign on a site, section or place, or takes it off. It does not reach places added later (sheet 7.2). */
export function setPlacement(kind: ObjectKind): SingleOperation<AdfoxApi> {
	return {
		name: 'Set Placement',
		value: 'setPlacement',
		description: 'Switch a campaign on or off on a site, a section or a place',
		action: 'Set the placement of a campaign',
		gives: 'items',
		writes: true,
		fields: [
			kindIdField(kind),
			{
				displayName: 'Place It On',
				name: 'actionObject',
				type: 'options',
				options: [
					{ name: 'Place', value: 'place' },
					{ name: 'Site', value: 'website' },
					{ name: 'Zone', value: 'zone', description: 'A section of a site' },
				],
				default: 'website',
			},
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
			parameterCollection(additionalFields, optional, [customParameters]),
		],
		async *rows(run) {
			const { parameters } = run;
			const id = readId(parameters, 'id');
			const actionObject = parameters.choice('actionObject', OBJECTS);
			const more = sentValues(parameters, 'additionalFields', optional);
			refuseLimitsOfSites(actionObject, more);
			const sent: NameAndValue[] = [
				['objectID', id],
				['actionObjectID', readId(parameters, 'actionObjectID')],
				['actionStatus', statusOf(parameters.value('actionStatus'))],
				...more,
			];
			const check = `Look with API Request, campaign/info/placement, objectID ${id}, what it is like now before you run this again.`;
			const answer = await write(run, placing[actionObject], sent, check);
			yield [outcomeOf(answer, id, { success: true })];
		},
	};
}

/** @throws {ParameterError} a limit that zones and places do not have, and that the platform would pass over */
function refuseLimitsOfSites(actionObject: (typeof OBJECTS)[number], sent: readonly NameAndValue[]): void {
	if (actionObject === 'website') return;
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
