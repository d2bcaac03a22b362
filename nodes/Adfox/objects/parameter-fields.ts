import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { MethodParameter } from '../catalogue';
import { displayNameOf } from './display-name';
import { idField } from './id-field';

/** Methods of the editor that list what an id can be. */
const SEARCHES: Readonly<Record<string, string>> = {
	advertiserID: 'searchAdvertisers',
	bannerTypeID: 'searchBannerTypes',
	campaignID: 'searchCampaigns',
	positionID: 'searchPositions',
	siteID: 'searchSites',
	zoneID: 'searchZones',
};

const MIDNIGHT = 'A date without a time means 00:00 of that day.';

const DESCRIPTIONS: Readonly<Record<string, string>> = {
	actionObjectID2: 'Only those of this site',
	account: 'Login of the user; it has to be unique in the whole of ADFOX',
	dateEnd: `${MIDNIGHT} So the day itself is not included.`,
	dateStart: MIDNIGHT,
	listCampaignIDs: 'Only those of these campaigns; IDs with commas between them',
	search: 'Only those with this text in their name',
	show: 'How much to return of each object; "advanced" is everything',
	sendToErir: 'Whether to pass it on to the operator of advertising data; more fields are needed then',
	status: 'Only active objects are served',
	superCampaignID: 'Super campaign that it belongs to, from which it inherits its advertiser',
};

/** What the editor calls a parameter of a method and how it is entered. */
export function parameterField(parameter: MethodParameter): INodeProperties {
	const { name } = parameter;
	return {
		displayName: displayNameOf(name),
		name,
		...inputOf(parameter),
		description: DESCRIPTIONS[name] ?? `The parameter ${name} of the ADFOX API`,
	};
}

/** A parameter that the method cannot do without. */
export function requiredField(parameter: MethodParameter): INodeProperties {
	const search = SEARCHES[parameter.name];
	const field = parameterField(parameter);
	if (search === undefined) return { ...field, required: true };
	return idField(
		{ displayName: field.displayName, name: field.name, description: field.description },
		search,
	);
}

/** All optional parameters of a method, in the order of the alphabet. */
export function parameterCollection(
	field: Pick<INodeProperties, 'displayName' | 'name' | 'placeholder'>,
	parameters: readonly MethodParameter[],
	more: readonly INodeProperties[] = [],
): INodeProperties {
	// n8n takes a bracket in a name for a path, so such parameters are entered as custom ones.
	const plain = parameters.filter(({ name }) => !/[<[]/.test(name));
	return {
		...field,
		type: 'collection',
		default: {},
		options: [...plain.map(parameterField), ...more].sort((a, b) =>
			a.displayName.localeCompare(b.displayName, 'en'),
		),
	};
}

/** For names that carry a number, may repeat, or are newer than this list. */
export const customParameters: INodeProperties = {
	displayName: 'Custom Parameters',
	name: 'custom',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	default: {},
	placeholder: 'Add Parameter',
	description: 'Any other parameter of the method, such as user1 or okveds[]; a name may come more than once',
	options: [
		{
			displayName: 'Parameter',
			name: 'parameter',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					default: '',
					placeholder: 'e.g. user1',
					description: 'As the ADFOX API writes it; upper and lower case matter',
				},
				{ displayName: 'Value', name: 'value', type: 'string', default: '' },
			],
		},
	],
};

function inputOf({ type, values }: MethodParameter): Pick<INodeProperties, 'type' | 'default'> {
	if (values !== undefined) return choiceInput(values);
	switch (type) {
		case 'flag':
			return { type: 'boolean', default: false };
		case 'integer':
		case 'decimal':
			return { type: 'number', default: 0 };
		case 'date':
		case 'dateTime':
			return { type: 'dateTime', default: '' };
		case 'text':
		case 'time':
		case 'id':
		case 'ids':
			return { type: 'string', default: '' };
	}
}

function choiceInput(values: INodePropertyOptions[] | MethodParameter['values'] = []) {
	const options = values.map(({ name, value }) => ({ name, value }));
	return { type: 'options' as const, options, default: options[0]?.value ?? '' };
}
