"""What the headers above a forwarded letter are called in the languages of mail programs. Data."""

from reader.lexicon.wordlists import words

FIELDS = {
    "from": words("from von de da van från fra od от lähettäjä kimden 发件人 寄件者 差出人 από expéditeur"),
    "date": words(
        """date sent gesendet datum envoyé fecha enviado data inviato verzonden skickat dato sendt wysłano дата
        отправлено päiväys tarih 日期 发送时间 送信日時 日時"""
    ),
    "to": words("to an à para a aan till til do кому kime 收件人 宛先 destinataire"),
    "copy": words("cc kopie copie bcc reply-to copia kopia kopi копия 抄送"),
    "subject": words(
        "subject betreff objet asunto oggetto assunto onderwerp ämne emne temat тема konu aihe 主题 主題 件名 předmět"
    ),
}
