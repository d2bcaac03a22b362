import { NotFoundError } from '../../../connector/errors';
import type { Row } from '../../../connector/rows';
import type { SingleOperation } from '../../shared/operations/operation';
import { choiceField } from '../../shared/parameters/choice-field';
import { locatorField } from '../../shared/parameters/locator';
import { parseNumber } from '../../shared/parameters/numbers';
import { ParameterError } from '../../shared/parameters/parameter-error';
import type { Parameters } from '../../shared/parameters/parameters';
import { asNumber } from '../../shared/parameters/simplify';
import type { MyTargetApi } from '../api';
import { agencyClientOf, balanceIn } from '../list/agency-clients';
import { transferAnswer, type TransferAnswer } from '../schemas';

const direction = choiceField({
	displayName: 'Direction',
	name: 'direction',
	type: 'options',
	options: [
		{ name: 'From the Client', value: 'from', description: 'Back to the account of the agency' },
		{ name: 'To the Client', value: 'to', description: 'From the account of the agency' },
	],
	default: 'to',
});

const client = locatorField({
	displayName: 'Client',
	name: 'clientId',
	required: true,
	description: 'The client of the agency; its ID is user.id of Client > Get Many and account_id of balances',
	search: 'searchClients',
	placeholder: 'Choose a client...',
	example: '17668',
});

const AMOUNT = 'amount';

/** The platform keeps kopecks. */
const SMALLEST = 0.01;

/**
 * Money goes once: a lost answer, or a 429 that does not name the limit it is about, leaves open whether it went, and the
 * message tells how to look (trap 67).
 */
export const transferMoney: SingleOperation<MyTargetApi> = {
	name: 'Transfer Money',
	value: 'transferMoney',
	description:
		'Move money between the accounts of an agency and its client, once; gives the balances of both before and after',
	action: 'Transfer money to or from a client',
	gives: 'items',
	writes: true,
	result: { did: 'Made', one: 'transfer', many: 'transfers' },
	fields: [
		direction.field,
		client,
		{
			displayName: 'Amount',
			name: AMOUNT,
			type: 'number',
			required: true,
			typeOptions: { minValue: SMALLEST, numberPrecision: 2 },
			default: 0,
			description: 'In the currency of the accounts, with two decimals at most',
		},
	],
	async *rows({ api, parameters }) {
		const way = direction.read(parameters);
		const id = parameters.id(client.name);
		const amount = readAmount(parameters);
		refuseClientsToken(api);
		const before = await balances(api, id);
		const made = await transfer(api, { way, id, amount }, before);
		yield [
			{
				client_id: asNumber(id),
				client_username: made.client_username ?? before.username,
				direction: way,
				amount: asNumber(made.amount ?? amount),
				currency: before.currency,
				client_balance_before: before.client,
				client_balance_after: asNumber(made.client_balance ?? null),
				agency_balance_before: before.agency,
				agency_balance_after: asNumber(made.agency_balance ?? null),
				created_at: made.created_at ?? null,
			},
		];
	},
};

interface Transfer {
	readonly way: 'to' | 'from';
	readonly id: string;
	/** With two digits behind the point. */
	readonly amount: string;
}

/** Nothing tells two transfers apart at the platform (trap 67), so it is sent again only after a refusal that is proven. */
async function transfer(api: MyTargetApi, moved: Transfer, before: Balances): Promise<TransferAnswer> {
	const { way, id, amount } = moved;
	const path = `/api/v2/billing/transactions/${way}/${id}.json`;
	const request = { method: 'POST', path, json: { amount }, needsProof: true } as const;
	return (await api.change(request, transferAnswer, howToLook(moved, before))) ?? {};
}

/** Numbers of that size have more digits than a double behind the point, so kopecks are looked at as they are written. */
function readAmount(parameters: Parameters): string {
	const displayName = parameters.displayName(AMOUNT);
	const bounds = { minimum: SMALLEST, maximum: 1e12, default: 0 };
	const amount = parseNumber(parameters.value(AMOUNT), displayName, bounds);
	if (amount === 0)
		throw new ParameterError(displayName, `${displayName} is not set.`, 'Enter how much money to move.');
	if (Number(amount.toFixed(2)) === amount) return amount.toFixed(2);
	throw new ParameterError(
		displayName,
		`${displayName} is ${amount}, which has more than two decimals.`,
		'Round it, for example with {{ $json.amount.round(2) }}.',
	);
}

/** @throws {ParameterError} */
function refuseClientsToken({ agencyClient }: MyTargetApi): void {
	if (agencyClient === '') return;
	throw new ParameterError(
		'Agency Client',
		`Money is moved by the agency itself, but the account that is used is that of its client ${agencyClient}.`,
		'Remove Options > Agency Client, and use a credential of the agency.',
	);
}

interface Balances {
	readonly username: string;
	readonly currency: string | null;
	/** Null where nobody tells: an account may not be allowed to see money. */
	readonly client: Row[string];
	readonly agency: Row[string];
}

/** @throws {NotFoundError} the agency has no such client */
async function balances(api: MyTargetApi, id: string): Promise<Balances> {
	const found = await agencyClientOf(api, id);
	if (found === undefined)
		throw new NotFoundError(`The agency has no client with the ID ${id}. Nothing was transferred.`, {
			advice: 'Take the ID from user.id of Client > Get Many, or from account_id of Balance > Get Many.',
		});
	const fields = ['id', 'currency', 'account'];
	const own = await api.user([['fields', fields.join(',')]], fields);
	const { currency } = own;
	return {
		username: found.username,
		currency: typeof currency === 'string' ? currency : null,
		client: balanceIn(found.user),
		agency: balanceIn(own),
	};
}

function howToLook({ way, id, amount }: Transfer, { client: before }: Balances): string {
	const where = 'Look with Balance > Get Many, Accounts set to Agency Clients,';
	if (typeof before !== 'number')
		return `${where} whether the balance of client ${id} has changed by ${amount} before you transfer again.`;
	const after = before + (way === 'to' ? 1 : -1) * Number(amount);
	return `${where} at client ${id} before you transfer again: it had ${before.toFixed(2)}, and ${after.toFixed(2)} means that the money went.`;
}
