import java.io.FileInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.javarosa.core.model.Constants;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.SelectChoice;
import org.javarosa.core.model.data.DateData;
import org.javarosa.core.model.data.DecimalData;
import org.javarosa.core.model.data.IAnswerData;
import org.javarosa.core.model.data.IntegerData;
import org.javarosa.core.model.data.SelectOneData;
import org.javarosa.core.model.data.StringData;
import org.javarosa.core.model.data.helper.Selection;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.utils.DateUtils;
import org.javarosa.core.services.PropertyManager;
import org.javarosa.core.util.JavaRosaCoreModule;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.form.api.FormEntryModel;
import org.javarosa.form.api.FormEntryPrompt;
import org.javarosa.model.xform.XFormSerializingVisitor;
import org.javarosa.model.xform.XFormsModule;
import org.javarosa.xform.util.XFormUtils;

/** Answers a form as a telephone does: Fill FORM LANGUAGE NAME=ANSWER …; prints what it would send.
 *
 * Each question that is asked goes to standard error: name, tab, prompt. An answer that the form
 * refuses ends it with status 2 and the form's own sentence.
 */
public class Fill {
    public static void main(String[] given) throws Exception {
        new XFormsModule().registerModule();
        new JavaRosaCoreModule().registerModule();
        FormDef form = XFormUtils.getFormFromInputStream(new FileInputStream(given[0]));
        form.initialize(true, new InstanceInitializationFactory());
        FormEntryModel model = new FormEntryModel(form);
        FormEntryController asking = new FormEntryController(model);
        asking.setLanguage(given[1]);
        Map<String, String> answers = new HashMap<>();
        for (int i = 2; i < given.length; i++) {
            String[] parts = given[i].split("=", 2);
            answers.put(parts[0], parts[1]);
        }
        int event = asking.stepToNextEvent();
        while (event != FormEntryController.EVENT_END_OF_FORM) {
            if (event == FormEntryController.EVENT_QUESTION) {
                FormEntryPrompt prompt = model.getQuestionPrompt();
                String name = prompt.getIndex().getReference().getNameLast();
                System.err.println(name + "\t" + prompt.getQuestionText());
                String answer = answers.get(name);
                if (answer != null) {
                    int taken = asking.answerQuestion(data(prompt, answer), false);
                    if (taken != FormEntryController.ANSWER_OK) {
                        System.err.println(prompt.getConstraintText());
                        System.exit(2);
                    }
                }
            }
            event = asking.stepToNextEvent();
        }
        form.postProcessInstance();
        byte[] sent = new XFormSerializingVisitor().serializeInstance(form.getMainInstance());
        System.out.write(sent, 0, sent.length);
        System.out.flush();
    }

    private static IAnswerData data(FormEntryPrompt prompt, String answer) {
        if (prompt.getControlType() == Constants.CONTROL_SELECT_ONE) {
            for (SelectChoice choice : prompt.getSelectChoices()) {
                if (choice.getValue().equals(answer)) {
                    return new SelectOneData(new Selection(choice));
                }
            }
            throw new IllegalArgumentException(answer);
        }
        switch (prompt.getDataType()) {
            case Constants.DATATYPE_INTEGER:
                return new IntegerData(Integer.parseInt(answer));
            case Constants.DATATYPE_DECIMAL:
                return new DecimalData(Double.parseDouble(answer));
            case Constants.DATATYPE_DATE:
                return new DateData(DateUtils.parseDate(answer));
            default:
                return new StringData(answer);
        }
    }
}
