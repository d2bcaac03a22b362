import type { INodeProperties } from 'n8n-workflow';

import { choiceField } from '../../shared/parameters/choice-field';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';
import type { IdentifierKind } from '../upload/identifier';

/** What a list of users holds (sheet 4.1). */
export const listType = choiceField({
	displayName: 'List Type',
	name: 'listType',
	type: 'options',
	options: [
		{ name: 'Android Device IDs', value: 'android_id' },
		{ name: 'Apple IDFA', value: 'idfa' },
		{ name: 'Device IDs (Android Hardware)', value: 'device_id' },
		{ name: 'DMP IDs', value: 'dmp_id', description: 'The first line is the code of the partner' },
		{ name: 'DMP IDs of Your Own Data', value: 'dmp_top' },
		{ name: 'Emails', value: 'emails', description: 'E-mail addresses, or MD5 hashes of them' },
		{ name: 'Google Advertising IDs', value: 'advertising_id' },
		{ name: 'MAC Addresses', value: 'mac' },
		{ name: 'Mixed', value: 'human', description: 'Several kinds of identifiers in one list' },
		{ name: 'mParticle Users', value: 'mparticle' },
		{ name: 'My.Mail.Ru Players', value: 'mm' },
		{ name: 'Odnoklassniki Users', value: 'ok' },
		{ name: 'Phones', value: 'phones', description: 'Phone numbers, or MD5 hashes of them' },
		{ name: 'VK Users', value: 'vk' },
	],
	default: 'emails',
	description: 'What each line of the list is',
});

export const nameField: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. Customers',
	description: 'What the list will be called',
};

const addTo = {
	displayName: 'Add To List ID',
	name: 'addToListId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 2500000',
	description: 'The list that gets these users beside its own. From 25 lines on.',
} as const;

const removeFrom = {
	displayName: 'Remove From List ID',
	name: 'removeFromListId',
	type: 'string',
	default: '',
	placeholder: 'e.g. 2500000',
	description: 'The list that loses these users. From 25 lines on.',
} as const;

const hash = {
	displayName: 'Hash With MD5',
	name: 'hash',
	type: 'boolean',
	default: false,
	description:
		'Whether e-mail addresses and phone numbers leave n8n as MD5 hashes only. They are brought into one form before (small letters; digits with the code of the country, 7 in place of a Russian 8).',
} as const;

export const listOptions: readonly INodeProperties[] = [addTo, hash, removeFrom];

export const forFewer = `To a list that is there, users can be added, or taken from it, from 25 lines on: Options > ${addTo.displayName} or ${removeFrom.displayName}.`;

/** A list as the user wants it. */
export interface WrittenList {
	readonly name: string;
	readonly type: ReturnType<typeof listType.read>;
	/** The list that it adds to, with a minus the one that it takes from; undefined for one of its own. */
	readonly base: string | undefined;
	/** What people are identified by, where the lines are in a form that is known. */
	readonly identifiers: IdentifierKind | undefined;
	readonly isHashed: boolean;
}

const IDENTIFIERS: Readonly<Record<string, IdentifierKind>> = { emails: 'email', phones: 'phone' };

/** @throws {ParameterError} */
export function readList(parameters: Parameters): WrittenList {
	const type = listType.read(parameters);
	const identifiers = IDENTIFIERS[type];
	const isHashed = parameters.optionFlag(hash.name);
	if (isHashed && identifiers === undefined)
		throw new ParameterError(
			hash.displayName,
			`${hash.displayName} is on, but ${listType.field.displayName} is ${listType.nameOf(type)}, of which VK Ads takes no hashes.`,
			'Switch it off; only e-mail addresses and phone numbers can be hashed.',
		);
	return {
		name: parameters.requiredText(nameField.name),
		type,
		base: baseOf(parameters),
		identifiers,
		isHashed,
	};
}

function baseOf(parameters: Parameters): string | undefined {
	const [added, removed] = [addTo, removeFrom].map(({ name, displayName }) =>
		parameters.hasOption(name) ? idIn(parameters.optionText(name), displayName) : undefined,
	);
	if (added !== undefined && removed !== undefined)
		throw new ParameterError(
			addTo.displayName,
			`${addTo.displayName} and ${removeFrom.displayName} are both set, but a list either adds users or takes some away.`,
			'Remove one of them.',
		);
	return added ?? (removed === undefined ? undefined : `-${removed}`);
}

function idIn(text: string, displayName: string): string {
	if (/^[1-9]\d*$/.test(text)) return text;
	throw new ParameterError(
		displayName,
		`${displayName} is no ID of a user list.`,
		'Enter the ID of one list, as User List > Get Many gives it.',
	);
}
