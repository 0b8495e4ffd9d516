import { Button } from '@marketplace/kit/ui/button';
import { Dialog, DialogClose, DialogContent } from '@marketplace/kit/ui/dialog';
import { Field } from '@marketplace/kit/ui/field';
import { Input } from '@marketplace/kit/ui/input';
import { Notice } from '@marketplace/kit/ui/notice';
import type { OperatorBookingDetail } from '@marketplace/services/provider/contract';
import { useTranslations } from 'use-intl';
import { useMoney } from '../../use-money';
import { useRefund } from './use-refund';

interface RefundFormProps {
  booking: OperatorBookingDetail;
  onRefunded(booking: OperatorBookingDetail): void;
}

/** Any part of what is left, typed and then confirmed: money that has gone back does not return. */
export function RefundForm({ booking, onRefunded }: RefundFormProps) {
  const t = useTranslations('operator.refund');
  const money = useMoney();
  const { currency } = booking.price;
  const refund = useRefund(booking, onRefunded);
  const left = money(booking.refundableMinor, currency);
  if (booking.refundableMinor === 0) {
    return <p className="text-sm text-muted">{t('nothingLeft')}</p>;
  }
  const asked = money(refund.askedMinor ?? 0, currency);
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        refund.ask();
      }}
    >
      <h3 className="font-semibold">{t('heading')}</h3>
      <div className="flex flex-wrap items-end gap-3">
        <Field
          label={t('amount', { currency })}
          hint={t('most', { left })}
          error={refund.isWrong && t('wrong', { left })}
          className="max-w-60"
        >
          <Input
            inputMode="decimal"
            value={refund.text}
            onChange={(event) => refund.setText(event.target.value)}
          />
        </Field>
        <Button type="submit" className="mb-6">
          {t('ask')}
        </Button>
      </div>
      {refund.outcome === 'failed' && <Notice tone="danger" urgent title={t('failed')} />}
      {refund.outcome === 'unsure' && <Notice tone="warning" urgent title={t('unsure')} />}
      <p role="status" className="text-sm">
        {refund.outcome === 'done' && t('done')}
      </p>
      <Dialog open={refund.askedMinor !== null} onOpenChange={(isOpen) => isOpen || refund.drop()}>
        <DialogContent
          title={t('confirmTitle', { amount: asked })}
          description={t('confirmText')}
          closeLabel={t('keep')}
          footer={
            <>
              <DialogClose asChild>
                <Button>{t('keep')}</Button>
              </DialogClose>
              <Button
                variant="danger"
                loading={refund.isBusy && t('sending')}
                onClick={() => void refund.confirm()}
              >
                {t('confirm', { amount: asked })}
              </Button>
            </>
          }
        />
      </Dialog>
    </form>
  );
}
