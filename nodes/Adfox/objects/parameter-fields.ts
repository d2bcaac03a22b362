import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { locatorField } from '../../shared/parameters/locator';
import type { MethodParameter } from '../catalogue/method';
import { listed, type ObjectKind } from './kinds';

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
function parameterField(parameter: MethodParameter): INodeProperties {
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
	const field = parameterField(parameter);
	const kind = listed.find(({ value }) => parameter.name === `${value}ID`);
	if (kind === undefined) return { ...field, required: true };
	return idField(kind.search, {
		displayName: field.displayName,
		name: field.name,
		description: field.description,
	});
}

/** The object that an operation is about. */
export function kindField({ title, one, search }: ObjectKind): INodeProperties {
	return idField(search, { displayName: title, name: 'id', description: `The ${one}, by its ID` });
}

function idField(
	search: string,
	field: Pick<INodeProperties, 'displayName' | 'name' | 'description'>,
): INodeProperties {
	return locatorField({ ...field, required: true, search, placeholder: 'Choose one...', example: '427' });
}

/** The collection of what else is sent. */
export const additionalFields = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	placeholder: 'Add Field',
};

/** The optional parameters of a method, and whatever else it takes. */
export function parameterCollection(
	field: Pick<INodeProperties, 'displayName' | 'name' | 'placeholder'>,
	parameters: readonly MethodParameter[],
): INodeProperties {
	return {
		...field,
		type: 'collection',
		default: {},
		options: parameterOptions(parameters, [customParameters]),
	};
}

/** Parameters as a collection offers them, in the order of the alphabet. */
export function parameterOptions(
	parameters: readonly MethodParameter[],
	more: readonly INodeProperties[] = [],
): INodeProperties[] {
	// n8n takes a bracket in a name for a path, so such parameters are entered as custom ones.
	const plain = parameters.filter(({ name }) => !/[<[]/.test(name));
	return [...plain.map(parameterField), ...more].sort((a, b) =>
		a.displayName.localeCompare(b.displayName, 'en'),
	);
}

/** For names that carry a number, may repeat, or are newer than this list. */
const customParameters: INodeProperties = {
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
		case 'file':
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

/** Names that do not come apart by their capitals. */
const SPECIAL: Readonly<Record<string, string>> = {
	eMail: 'Email',
	kind_id: 'Kind ID',
	cpm: 'CPM',
	cpc: 'CPC',
	cpv: 'CPV',
	targetCPC: 'Target CPC',
	pct: 'PCT',
	plp: 'PLP',
	pli: 'PLI',
	pop: 'POP',
	minCtr: 'Min CTR',
	minVtr: 'Min VTR',
	sendToErir: 'Send to ERIR',
	url: 'URL',
	ZIPCode: 'ZIP Code',
	actionObjectID2: 'Site ID (Action Object ID 2)',
};

/** "maxImpressionsPerDay" -> "Max Impressions per Day", as the editor shows it. */
export function displayNameOf(name: string): string {
	const special = SPECIAL[name];
	if (special !== undefined) return special;
	const words = name
		.replace(/([a-z0-9])([A-Z])/g, '$1 $2')
		.replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
		.replace(/\bIDs\b|\bI Ds\b/, 'IDs');
	return words.charAt(0).toUpperCase() + words.slice(1).replace(/ Per\b/g, ' per');
}
