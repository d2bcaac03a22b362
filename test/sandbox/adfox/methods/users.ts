import { id, required } from '../classic/checks';
import type { Method } from '../classic/method';
import { accessDenied } from '../classic/refusal';
import { textOf, type StoredRow } from '../objects/row';

const CHANGES = ['addAdvertiser', 'deleteAdvertiser', 'addAssistant', 'deleteAssistant'] as const;

/** Further advertisers and assistants of campaigns (sheet, 2.7). */
export const ADDITIONAL_USERS: readonly Method[] = (['superCampaign', 'campaign'] as const).flatMap(
	(object) =>
		CHANGES.map((change): Method => {
			const kind = change.endsWith('Advertiser') ? 'advertiser' : 'assistant';
			return {
				object,
				action: 'additionalUsers',
				actionObject: change,
				parameters: { objectID: required(id), [`${kind}ID`]: required(id) },
				answer: {
					writes: ({ store }, sent) => {
						const changed = sent.need('objectID');
						const user = sent.need(`${kind}ID`);
						const row = store[object].get(changed);
						const account = store[kind].get(user);
						if (row === undefined || account === undefined) throw accessDenied();
						const names = kind === 'advertiser' ? 'additionalAdvertiser' : 'additionalAssistant';
						const isAdded = change.startsWith('add');
						setMember(row, `${names}IDs`, user, isAdded);
						setMember(row, `${names}Accounts`, textOf(account, 'account'), isAdded);
						return { ids: [changed] };
					},
				},
			};
		}),
);

function setMember(row: StoredRow, field: string, member: string, isMember: boolean): void {
	const others = textOf(row, field)
		.split(',')
		.filter((entry) => entry !== '' && entry !== member);
	row[field] = (isMember ? [...others, member] : others).join(',');
}
