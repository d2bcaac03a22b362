import type { Account } from '../account';
import { id, ids, required, type Parameters } from '../classic/checks';
import type { Done, Method } from '../classic/method';
import { accessDenied } from '../classic/answer';
import type { SentParameters } from '../classic/sent-parameters';
import { textOf } from '../objects/collection';
import type { Kind } from '../objects/store';

/** What goes with an object: `[kind, field with its id]`. */
const PARTS: Partial<Record<Kind, readonly (readonly [Kind, string])[]>> = {
	campaign: [['banner', 'campaignID']],
	website: [
		['zone', 'siteID'],
		['place', 'siteID'],
	],
	zone: [['place', 'zoneID']],
};

const campaign = method('campaign', { actionObjectID: required(id) }, (account, sent) => {
	const victim = sent.need('actionObjectID');
	if (!account.store.campaign.has(victim)) throw accessDenied();
	remove(account, 'campaign', victim);
	return { ids: [victim] };
});

/** `account/delete`: three ways of naming the victim (sheet, 2.5). */
export const DELETE: readonly Method[] = [
	campaign,
	several('website'),
	several('zone'),
	several('banner', 'campaignID'),
	several('place', 'siteID'),
];

/** Victims that are not there are the part that was not done (4.1); with none at all nothing was. */
function several(kind: Kind, parent?: string): Method {
	const parameters = { listIDs: required(ids), ...(parent === undefined ? {} : { [parent]: required(id) }) };
	return method(kind, parameters, (account, sent) => {
		const named = [...new Set(sent.need('listIDs').split(','))];
		const isVictim = (victim: string) => {
			const row = account.store[kind].get(victim);
			return row !== undefined && (parent === undefined || textOf(row, parent) === sent.need(parent));
		};
		const victims = named.filter(isVictim);
		if (victims.length === 0) throw accessDenied();
		for (const victim of victims) remove(account, kind, victim);
		const others = named.filter((victim) => !victims.includes(victim));
		const message = `Objects were not deleted: ${others.join(',')}`;
		return { ids: victims, ...(others.length === 0 ? {} : { message }) };
	});
}

function method(
	actionObject: string,
	parameters: Parameters,
	writes: (account: Account, sent: SentParameters) => Done,
): Method {
	return { object: 'account', action: 'delete', actionObject, parameters, answer: { writes } };
}

function remove(account: Account, kind: Kind, victim: string): void {
	for (const [part, field] of PARTS[kind] ?? []) {
		for (const inner of account.store[part].idsWith(field, victim)) remove(account, part, inner);
	}
	account.store[kind].delete(victim);
}
