import { text, type Answer } from '../../frame/answer';
import type { PlatformFault } from '../../frame/faults/fault';
import type { SandboxRequest } from '../../frame/request';
import type { Account } from '../account';
import { isAuthorized } from '../gate';
import { methodOf } from '../methods/catalogue';

import { element, Refusal, refusalAnswer, statusElement, xmlAnswer } from './answer';
import { pageOf, resultElement } from './envelope';
import { hostileAnswer } from './hostile';
import { checkParameters, type Done, type Method } from './method';
import { sentParameters, type SentParameters } from './sent-parameters';

/** The object API: one URL, XML answers (sheet, sections 1 to 4). */
export class ClassicApi {
	constructor(
		private readonly account: Account,
		private readonly ownUrl: () => string,
	) {}

	/** Checks come in the order: token, encoding, navigation, transport, parameters, meaning. */
	handle(request: SandboxRequest): Answer {
		const { options } = this.account;
		if (request.method !== 'GET' && request.method !== 'POST') return text(405, 'text/plain', 'GET or POST');
		if (!isAuthorized(options, options.authHeaders, request.headers)) return this.unauthorized();
		try {
			return this.answer(request);
		} catch (error) {
			if (error instanceof Refusal) return refusalAnswer(options, error);
			throw error;
		}
	}

	private answer(request: SandboxRequest): Answer {
		const { account } = this;
		const { options } = account;
		const { fault } = request;
		if (fault?.kind === 'hostile-xml') return hostileAnswer(fault.attack);
		const sent = sentParameters(request);
		const method = methodOf(sent);
		const { answer } = method;
		// The platform takes them in the URL, where proxies and logs get hold of them (1.4; 6, 3; 7.2, 4).
		if ('writes' in answer && request.method === 'GET') {
			throw new Refusal(-2, 'Access denied: the sandbox takes writes by POST', undefined, undefined, 405);
		}
		checkParameters(method, sent);
		if (fault?.kind === 'error-in-200') throw new Refusal(fault.code, fault.message);
		if (fault?.kind === 'unknown-envelope') {
			return xmlAnswer(options, '<items><item id="1"/></items>');
		}
		checkMeaning(fault, 'writes' in answer ? ['partial-success'] : LIST_FAULTS);
		if ('writes' in answer) {
			account.fixTraffic();
			return this.written(method, sent, answer.writes(account, sent), fault);
		}
		const page = pageOf(sent, method.defaultLimit);
		const found = answer.reads(account, sent);
		const status = statusElement({ code: 0 });
		if ('result' in found) return xmlAnswer(options, status + element('result', found.result));
		const linkTo = (offset: number) => this.link(sent, offset, page.limit);
		return xmlAnswer(options, `${status}\n${resultElement(found, page, linkTo, options, fault)}`);
	}

	private written(
		method: Method,
		sent: SentParameters,
		done: Done,
		fault: PlatformFault | undefined,
	): Answer {
		if (done.isPlacedUpper === true) throw new Refusal(-10, 'This object is placed upper');
		const { object, action, actionObject } = method;
		this.account.writes.push({
			object,
			action,
			...(actionObject !== undefined && { actionObject }),
			parameters: sent.record(),
			...(sent.files.size > 0 && { files: Object.fromEntries(sent.files) }),
			ids: done.ids,
		});
		const message = fault?.kind === 'partial-success' ? fault.message : done.message;
		const status = statusElement({
			code: 0,
			...(done.newId !== undefined && { id: done.newId }),
			...(message !== undefined && { message }),
		});
		const result = done.value === undefined ? '' : element('result', { value: done.value });
		return xmlAnswer(this.account.options, status + result);
	}

	/** The page links need not repeat `encoding` (7.1, 14). */
	private link(sent: SentParameters, offset: number, limit: number): string {
		const query = new URLSearchParams([
			...sent.forLink(),
			['limit', String(limit)],
			['offset', String(offset)],
		]);
		return `${this.account.options.linksBase ?? this.ownUrl()}/v1?${query.toString()}`;
	}

	private unauthorized(): Answer {
		const { options } = this.account;
		if (options.authFailure === 'http-401') return text(401, 'text/plain; charset=utf-8', '401 Unauthorized');
		return refusalAnswer(options, new Refusal(-1, 'Authorization failed'));
	}
}

const LIST_FAULTS = ['repeat-page', 'empty-page', 'list-changes', 'counts-more', 'count-taken-back'] as const;

/** A fault that changes nothing would let a test pass that tests nothing. */
function checkMeaning(fault: PlatformFault | undefined, kinds: readonly PlatformFault['kind'][]): void {
	if (fault === undefined || kinds.includes(fault.kind)) return;
	throw new Refusal(-6, `sandbox: the fault ${fault.kind} has no meaning here`, undefined, undefined, 501);
}
